import { hasObject, numberOf, textOf } from './json-reading.js';
import type { ServiceClient } from './service-client.js';
import {
  type KeyTester,
  type MeasuredFigure,
  type ServiceAccess,
  type ServiceAnswer,
  SiteMeter,
  type Told,
} from './service-port.js';

const BASE = 'https://api.ahrefs.com/v3';

/** Ahrefs' API, version 3: the rating and rank of a domain. */
export class Ahrefs extends SiteMeter implements KeyTester {
  constructor(private readonly client: ServiceClient) {
    super();
  }

  async measure(
    access: ServiceAccess,
    domain: string,
    day: string,
  ): Promise<Told<readonly MeasuredFigure[]>> {
    const answer = await this.ask(access, 'site-explorer/domain-rating', { target: domain, date: day });
    if (!answer.ok) return answer;
    const rating = numberOf(answer.json, 'domain_rating', 'domain_rating');
    if (rating === null)
      return { ok: false, trouble: { code: 'discovery.answer_unknown', status: answer.status } };
    const rank = numberOf(answer.json, 'domain_rating', 'ahrefs_rank');
    const figures = [{ metric: 'domain_rating', value: rating }];
    return {
      ok: true,
      value: rank === null || rank < 1 ? figures : [...figures, { metric: 'ahrefs_rank', value: rank }],
      quota: null,
    };
  }

  /** Asking for limits costs no units. */
  async test(access: ServiceAccess): Promise<Told<null>> {
    const answer = await this.ask(access, 'subscription-info/limits-and-usage', {});
    if (!answer.ok) return answer;
    if (!hasObject(answer.json, 'limits_and_usage'))
      return { ok: false, trouble: { code: 'discovery.answer_unknown', status: answer.status } };
    const used = numberOf(answer.json, 'limits_and_usage', 'units_usage_workspace');
    const limit = numberOf(answer.json, 'limits_and_usage', 'units_limit_workspace');
    const resetsAt = textOf(answer.json, 'limits_and_usage', 'usage_reset_date');
    const remaining = used === null || limit === null ? null : Math.max(0, limit - used);
    return {
      ok: true,
      value: null,
      quota: { used, limit, remaining, resetsAt: resetsAt === '' ? null : resetsAt },
    };
  }

  private ask(
    { key, baseUrl }: ServiceAccess,
    path: string,
    query: Readonly<Record<string, string>>,
  ): Promise<ServiceAnswer> {
    const url = new URL(`${(baseUrl ?? BASE).replace(/\/+$/, '')}/${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return this.client.ask({ url, headers: { authorization: `Bearer ${key}` } });
  }
}
