import { type Finding, type FindingCode, TERM_FINDINGS } from './verdict.js';

const TERM_CODES: ReadonlySet<FindingCode> = new Set(TERM_FINDINGS);

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
