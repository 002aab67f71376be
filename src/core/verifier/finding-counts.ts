import type { Finding, FindingCode } from './verdict.js';

/** Findings about a term: as an error the term was agreed and is not met. */
const TERM_CODES: ReadonlySet<FindingCode> = new Set<FindingCode>([
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
]);

/** Findings that search engines' rules are not kept: a paid link without label (D73), a link hidden from people (D125). */
const RULE_CODES: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'compensated_unlabelled',
  'hidden_suspected',
]);

/** How many agreed terms are not met. */
export function unmetTerms(findings: readonly Finding[]): number {
  return findings.filter(({ code, severity }) => severity === 'error' && TERM_CODES.has(code)).length;
}

/** How many rules of search engines are broken. */
export function brokenRules(findings: readonly Finding[]): number {
  return findings.filter(({ code }) => RULE_CODES.has(code)).length;
}
