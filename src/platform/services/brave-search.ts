import { hasObject, isTrue, listOf, textOf } from './json-reading.js';
import type { ServiceClient } from './service-client.js';
import {
  type KeyTester,
  type Quota,
  type ServiceAccess,
  type ServiceAnswer,
  type Told,
  type WebQuestion,
  type WebResults,
  WebSearch,
} from './service-port.js';

const BASE = 'https://api.search.brave.com/res/v1';

/** Results of one page at most, and pages at most: `offset` counts pages and ends at 9 (documentation of the web search API). */
const MOST_RESULTS = 20;
export const SEARCH_PAGES = 10;

/** Brave's search API: an index of its own, licensed for programs. */
export class BraveSearch extends WebSearch implements KeyTester {
  constructor(private readonly client: ServiceClient) {
    super();
  }

  /** Pages may overlap, and hold fewer results than asked for. */
  async search(access: ServiceAccess, question: WebQuestion): Promise<Told<WebResults>> {
    const answer = await this.ask(access, question, MOST_RESULTS);
    if (!answer.ok) return answer;
    if (!hasObject(answer.json, 'query'))
      return { ok: false, trouble: { code: 'discovery.answer_unknown', status: answer.status } };
    const results = (listOf(answer.json, 'web', 'results') ?? []).map((result) => ({
      url: textOf(result, 'url'),
      title: unescaped(textOf(result, 'title')),
      description: unescaped(textOf(result, 'description')),
    }));
    return {
      ok: true,
      value: {
        results: results.filter(({ url }) => /^https?:\/\//.test(url)),
        hasMore: question.page < SEARCH_PAGES && isTrue(answer.json, 'query', 'more_results_available'),
      },
      quota: quotaOf(answer.header),
    };
  }

  /** There is no question that costs nothing: one result is asked for. */
  async test(access: ServiceAccess): Promise<Told<null>> {
    const answer = await this.ask(access, { words: 'test', page: 1 }, 1);
    return answer.ok ? { ok: true, value: null, quota: quotaOf(answer.header) } : answer;
  }

  private ask(
    { key, baseUrl }: ServiceAccess,
    { words, page, language }: WebQuestion,
    count: number,
  ): Promise<ServiceAnswer> {
    const url = new URL(`${(baseUrl ?? BASE).replace(/\/+$/, '')}/web/search`);
    url.searchParams.set('q', words);
    url.searchParams.set('count', String(count));
    if (page > 1) url.searchParams.set('offset', String(page - 1));
    if (language !== undefined) url.searchParams.set('search_lang', language);
    return this.client.ask({ url, headers: { 'x-subscription-token': key, 'cache-control': 'no-cache' } });
  }
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
};

/** Titles and descriptions come as HTML: without its mark-up they still hold the characters it escapes. */
function unescaped(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#x27|#39);/g, (escaped) => ESCAPED[escaped] ?? escaped);
}

/** The headers name a limit a second and one a month, with commas; the last is what was paid for. */
function quotaOf(header: (name: string) => string | null): Quota | null {
  const last = (name: string): number | null => {
    const value = Number((header(name) ?? '').split(',').at(-1)?.trim() || Number.NaN);
    return Number.isFinite(value) ? value : null;
  };
  const limit = last('x-ratelimit-limit');
  const remaining = last('x-ratelimit-remaining');
  if (limit === null || remaining === null) return null;
  const resetS = last('x-ratelimit-reset');
  return {
    limit,
    remaining,
    used: Math.max(0, limit - remaining),
    resetsAt: resetS === null ? null : `PT${resetS}S`,
  };
}
