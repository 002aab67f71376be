import { hasObject, listOf, textOf } from './json-reading.js';
import type { ServiceClient } from './service-client.js';
import {
  type KeyTester,
  type Quota,
  type ServiceAccess,
  type ServiceAnswer,
  type Told,
  type WebResult,
  WebSearch,
} from './service-port.js';

const BASE = 'https://api.search.brave.com/res/v1';

/** Brave's search API: an index of its own, licensed for programs. */
export class BraveSearch extends WebSearch implements KeyTester {
  constructor(private readonly client: ServiceClient) {
    super();
  }

  async search(access: ServiceAccess, words: string): Promise<Told<readonly WebResult[]>> {
    const answer = await this.ask(access, words, 20);
    if (!answer.ok) return answer;
    if (!hasObject(answer.json, 'query'))
      return { ok: false, trouble: { code: 'discovery.answer_unknown', status: answer.status } };
    const results = listOf(answer.json, 'web', 'results') ?? [];
    const value = results.map((result) => ({
      url: textOf(result, 'url'),
      title: textOf(result, 'title'),
      description: textOf(result, 'description'),
    }));
    return {
      ok: true,
      value: value.filter(({ url }) => /^https?:\/\//.test(url)),
      quota: quotaOf(answer.header),
    };
  }

  /** There is no question that costs nothing: one result is asked for. */
  async test(access: ServiceAccess): Promise<Told<null>> {
    const answer = await this.ask(access, 'test', 1);
    return answer.ok ? { ok: true, value: null, quota: quotaOf(answer.header) } : answer;
  }

  private ask({ key, baseUrl }: ServiceAccess, words: string, count: number): Promise<ServiceAnswer> {
    const url = new URL(`${(baseUrl ?? BASE).replace(/\/+$/, '')}/web/search`);
    url.searchParams.set('q', words);
    url.searchParams.set('count', String(count));
    return this.client.ask({ url, headers: { 'x-subscription-token': key, 'cache-control': 'no-cache' } });
  }
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
