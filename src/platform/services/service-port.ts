/** What is asked of a service. With `json` it is a POST. */
export interface ServiceQuestion {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly json?: object;
}

/** Why there is no usable answer: a code of refusal, with what its sentence needs. */
export interface ServiceTrouble {
  readonly code:
    | 'discovery.key_refused'
    | 'discovery.quota_used_up'
    | 'discovery.rate_limited'
    | 'discovery.service_failed'
    | 'discovery.service_unreachable'
    | 'discovery.service_timeout'
    | 'discovery.answer_unknown'
    | 'discovery.not_measured';
  readonly status: number | null;
  readonly retryAfterS?: number;
  /** Whether the service itself said how long to wait. */
  readonly isSaid?: boolean;
}

export type ServiceAnswer =
  | {
      readonly ok: true;
      readonly status: number;
      readonly header: (name: string) => string | null;
      /** Null when it was no JSON. */
      readonly json: unknown;
    }
  | { readonly ok: false; readonly trouble: ServiceTrouble };

/** What is left of what was paid for, as far as a service tells. */
export interface Quota {
  readonly used: number | null;
  readonly limit: number | null;
  readonly remaining: number | null;
  readonly resetsAt: string | null;
}

export type Told<Value> =
  | { readonly ok: true; readonly value: Value; readonly quota: Quota | null }
  | { readonly ok: false; readonly trouble: ServiceTrouble };

/** A key with the address of its service: its own where `baseUrl` is null. */
export interface ServiceAccess {
  readonly key: string;
  readonly baseUrl: string | null;
}

/** Somebody an outside service knows at a domain. */
export interface KnownPerson {
  readonly address: string;
  readonly name: string;
  readonly position: string;
  readonly confidence: number | null;
  /** A page the service saw the address on, null where it names none. */
  readonly sourceUrl: string | null;
}

/** One figure a service measured; the names are those of core/sites/metrics. */
export interface MeasuredFigure {
  readonly metric: string;
  readonly value: number;
}

export interface WebResult {
  readonly url: string;
  readonly title: string;
  readonly description: string;
}

/** What to look for on the web. */
export interface WebQuestion {
  readonly words: string;
  /** The page of results, from 1. */
  readonly page: number;
  /** ISO 639-1: the language results are wanted in; the service's own choice where it is absent. */
  readonly language?: string | undefined;
}

/** One page of what was found. */
export interface WebResults {
  readonly results: readonly WebResult[];
  readonly hasMore: boolean;
}

/** Finds people at a domain. */
export abstract class PeopleFinder {
  abstract people(access: ServiceAccess, domain: string): Promise<Told<readonly KnownPerson[]>>;
}

/** Measures a site. */
export abstract class SiteMeter {
  abstract measure(
    access: ServiceAccess,
    domain: string,
    day: string,
  ): Promise<Told<readonly MeasuredFigure[]>>;
}

/** Searches the web. */
export abstract class WebSearch {
  abstract search(access: ServiceAccess, question: WebQuestion): Promise<Told<WebResults>>;
}

/** Says whether a service takes a key. */
export interface KeyTester {
  test(access: ServiceAccess): Promise<Told<null>>;
}
