/** The closed words of a check: its verdict and the findings that explain it (docs/verifier.md says each to users). */

export const VERDICTS = ['live', 'differs', 'absent', 'unreachable', 'unverifiable'] as const;
/** What one visit proves about one placement. `unreachable` and `unverifiable` prove nothing about the link. */
export type Verdict = (typeof VERDICTS)[number];

export const UNREACHABLE_CODES = [
  'dns',
  'tls',
  'timeout',
  'rate_limited',
  'server_error',
  'protocol',
  'bad_encoding',
  'redirect_loop',
  'too_many_redirects',
  'address_refused',
  'robots_unreachable',
] as const;
export type UnreachableCode = (typeof UNREACHABLE_CODES)[number];

/** Marks that say a page is not the page (or not all of it): they never prove that a link is gone. */
export const PAGE_MARKS = [
  'soft_404',
  'domain_parked',
  'bot_wall',
  'consent_wall',
  'login',
  'paywall',
  'registration',
] as const;
export type PageMark = (typeof PAGE_MARKS)[number];

/** Findings about a term: as an error the term was agreed and is not met. */
export const TERM_FINDINGS = [
  'rel_not_follow',
  'rel_not_nofollow',
  'rel_unlabelled',
  'rel_ugc_only',
  'rel_not_ugc',
  'anchor_differs',
  'region_differs',
  'not_indexable',
  'duration_short',
  'wrong_target',
] as const;

export const FINDING_CODES = [
  ...UNREACHABLE_CODES,
  'robots_denied',
  'page_gone',
  'http_status',
  'not_html',
  ...TERM_FINDINGS,
  ...PAGE_MARKS,
  'other_site',
  'script_shell',
  'too_large',
  'parse_limit',
  'link_absent',
  'only_after_scripts',
  'hidden_suspected',
  'in_noscript',
  'target_redirects',
  'target_failing',
  'compensated_unlabelled',
  'insecure_hop',
  'row_invalid',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

export const SEVERITIES = ['error', 'warning', 'info'] as const;
/** `error` makes the verdict; `warning` also says "differs from expected"; `info` only informs. */
export type Severity = (typeof SEVERITIES)[number];

/** One finding: a code and the parameters its sentence needs (sentences are made at the rim, per language). */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
}

export interface Judgement {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /** Index of the judged occurrence in `PageFacts.occurrences`, or null when none was judged. */
  readonly best: number | null;
}
