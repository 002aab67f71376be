import { listOf, numberOf } from './json-reading.js';
import type { ServiceClient } from './service-client.js';
import {
  type KeyTester,
  type MeasuredFigure,
  type ServiceAccess,
  SiteMeter,
  type Told,
} from './service-port.js';

const BASE = 'https://lsapi.seomoz.com/v2';

/** Fields of an answer and what they are called here. */
const FIGURES = [
  ['domain_authority', 'domain_authority'],
  ['page_authority', 'page_authority'],
  ['spam_score', 'spam_score'],
] as const;

/** Moz' Links API, version 2. A key is a token, or an access id and its secret with a colon between. */
export class Moz extends SiteMeter implements KeyTester {
  constructor(private readonly client: ServiceClient) {
    super();
  }

  async measure({ key, baseUrl }: ServiceAccess, domain: string): Promise<Told<readonly MeasuredFigure[]>> {
    const answer = await this.client.ask({
      url: new URL(`${(baseUrl ?? BASE).replace(/\/+$/, '')}/url_metrics`),
      headers: key.includes(':')
        ? { authorization: `Basic ${Buffer.from(key, 'utf8').toString('base64')}` }
        : { 'x-moz-token': key },
      json: { targets: [domain] },
    });
    if (!answer.ok) return answer;
    const [result] = listOf(answer.json, 'results') ?? [];
    if (result === undefined)
      return { ok: false, trouble: { code: 'discovery.answer_unknown', status: answer.status } };
    const value = FIGURES.flatMap(([field, metric]) => {
      const figure = numberOf(result, field);
      // Moz says -1 where it has no spam score.
      return figure === null || figure < 0 ? [] : [{ metric, value: figure }];
    });
    return value.length === 0
      ? { ok: false, trouble: { code: 'discovery.not_measured', status: answer.status } }
      : { ok: true, value, quota: null };
  }

  /** There is no question that costs nothing: one row is asked for. */
  async test(access: ServiceAccess): Promise<Told<null>> {
    const told = await this.measure(access, 'moz.com');
    return told.ok ? { ok: true, value: null, quota: null } : told;
  }
}
