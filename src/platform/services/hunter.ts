import type { AddressStatus } from '../../core/contacts/contact.js';
import { hasObject, listOf, numberOf, textOf } from './json-reading.js';
import type { ServiceClient } from './service-client.js';
import {
  type KeyTester,
  type KnownPerson,
  PeopleFinder,
  type Quota,
  type ServiceAccess,
  type ServiceAnswer,
  type Told,
} from './service-port.js';

const BASE = 'https://api.hunter.io/v2';

/** Words of the verifier (D220). */
const STATUSES: Readonly<Record<string, AddressStatus>> = {
  valid: 'valid',
  invalid: 'invalid',
  accept_all: 'risky',
  webmail: 'risky',
  disposable: 'risky',
  unknown: 'unknown',
};

/** What the service says of one address. */
export interface VerifiedAddress {
  readonly status: AddressStatus;
  /** Its own word, e.g. `accept_all`. */
  readonly said: string;
  readonly score: number | null;
}

/** Hunter's API, version 2: people at a domain, and whether an address works. */
export class Hunter extends PeopleFinder implements KeyTester {
  constructor(private readonly client: ServiceClient) {
    super();
  }

  async people(access: ServiceAccess, domain: string): Promise<Told<readonly KnownPerson[]>> {
    const answer = await this.ask(access, 'domain-search', { domain, limit: '10' });
    if (!answer.ok) return answer;
    const emails = listOf(answer.json, 'data', 'emails');
    if (emails === null) return unknownAnswer(answer.status);
    return { ok: true, value: emails.flatMap(personOf), quota: null };
  }

  /** An answer that is not ready yet (202) is no answer: unknown. */
  async verify(access: ServiceAccess, address: string): Promise<Told<VerifiedAddress>> {
    const answer = await this.ask(access, 'email-verifier', { email: address });
    if (!answer.ok) return answer;
    const said = textOf(answer.json, 'data', 'status');
    if (answer.status === 202)
      return { ok: true, value: { status: 'unknown', said: 'pending', score: null }, quota: null };
    const status = Object.hasOwn(STATUSES, said) ? STATUSES[said] : undefined;
    if (status === undefined) return unknownAnswer(answer.status);
    return { ok: true, value: { status, said, score: numberOf(answer.json, 'data', 'score') }, quota: null };
  }

  /** Asking for the account costs nothing. */
  async test(access: ServiceAccess): Promise<Told<null>> {
    const answer = await this.ask(access, 'account', {});
    if (!answer.ok) return answer;
    if (!hasObject(answer.json, 'data')) return unknownAnswer(answer.status);
    return { ok: true, value: null, quota: quotaOf(answer.json) };
  }

  /** The key goes in a header, for addresses end up in logs. Hunter says 403 for "too fast" and 429 for "used up", unless it names a pause. */
  private async ask(
    { key, baseUrl }: ServiceAccess,
    path: string,
    query: Readonly<Record<string, string>>,
  ): Promise<ServiceAnswer> {
    const url = new URL(`${(baseUrl ?? BASE).replace(/\/+$/, '')}/${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const answer = await this.client.ask({ url, headers: { 'x-api-key': key } });
    if (answer.ok) return answer;
    const { trouble } = answer;
    if (trouble.status === 403)
      return {
        ok: false,
        trouble: { ...trouble, code: 'discovery.rate_limited', retryAfterS: trouble.retryAfterS ?? 60 },
      };
    if (trouble.status === 429 && trouble.isSaid !== true)
      return { ok: false, trouble: { code: 'discovery.quota_used_up', status: 429 } };
    return answer;
  }
}

function personOf(email: unknown): KnownPerson[] {
  const address = textOf(email, 'value');
  if (address === '') return [];
  const name = `${textOf(email, 'first_name')} ${textOf(email, 'last_name')}`.trim();
  const [source] = listOf(email, 'sources') ?? [];
  const uri = textOf(source, 'uri');
  return [
    {
      address,
      name,
      position: textOf(email, 'position'),
      confidence: numberOf(email, 'confidence'),
      sourceUrl: uri === '' ? null : uri,
    },
  ];
}

function quotaOf(json: unknown): Quota {
  const used = numberOf(json, 'data', 'requests', 'searches', 'used');
  const limit = numberOf(json, 'data', 'requests', 'searches', 'available');
  const resetsAt = textOf(json, 'data', 'reset_date');
  return {
    used,
    limit,
    remaining: used === null || limit === null ? null : Math.max(0, limit - used),
    resetsAt: resetsAt === '' ? null : resetsAt,
  };
}

function unknownAnswer(status: number): Extract<Told<never>, { ok: false }> {
  return { ok: false, trouble: { code: 'discovery.answer_unknown', status } };
}
