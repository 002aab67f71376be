import type { Visit } from '../../../core/verifier/facts.js';
import { isFollowable, isIndexable } from '../../../core/verifier/page-rules.js';
import { isFollowed } from '../../../core/verifier/rel.js';
import { isAccepted } from '../../../core/verifier/url-ladder.js';
import type { Finding, Judgement, Verdict } from '../../../core/verifier/verdict.js';
import { findingSentence } from '../../../platform/i18n/catalogue.js';
import type { GivenRow, UsableRow } from './verify-row.js';

/** One line of the output. The names and their order are a contract with other programs (docs/verifier.md). */
export interface VerifyLine {
  readonly row: number;
  readonly sourceUrl: string;
  readonly targetUrl: string;
  readonly verdict: Verdict | null;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: string;
    readonly message: string;
  }[];
  readonly page: LinePage | null;
  readonly occurrences: readonly LineOccurrence[];
}

export interface LinePage {
  readonly status: number | null;
  readonly finalUrl: string | null;
  readonly redirects: readonly { readonly url: string; readonly status: number }[];
  readonly indexable: boolean | null;
  readonly followable: boolean | null;
  readonly robotsAllowed: { readonly own: boolean; readonly googlebot: boolean } | null;
  readonly canonical: string | null;
}

export interface LineOccurrence {
  readonly href: string;
  readonly rel: readonly string[];
  readonly anchor: string;
  readonly region: string;
  readonly hidden: boolean;
  readonly inNoscript: boolean;
  readonly followed: boolean;
  readonly match: string;
}

/** The line of a row that cannot be used. */
export function invalidLine(row: GivenRow, reason: string): VerifyLine {
  const finding: Finding = { code: 'row_invalid', severity: 'error', params: { reason } };
  return { ...addresses(row), verdict: null, findings: [told(finding)], page: null, occurrences: [] };
}

/** The line of a checked row; `answered` = the page or its robots.txt answered with a status. */
export function checkedLine(
  row: UsableRow,
  visit: Visit,
  judgement: Judgement,
  { answered, shown }: { readonly answered: boolean; readonly shown: 'match' | 'site' },
): VerifyLine {
  return {
    ...addresses(row),
    verdict: judgement.verdict,
    findings: judgement.findings.map(told),
    page: answered ? pageOf(visit) : null,
    occurrences: occurrencesOf(row, visit, shown),
  };
}

function addresses({ row, sourceUrl, targetUrl }: GivenRow) {
  return { row, sourceUrl, targetUrl };
}

function told(finding: Finding) {
  return { code: finding.code, severity: finding.severity, message: findingSentence(finding, 'en') };
}

function pageOf(visit: Visit): LinePage {
  const { status, finalUrl, redirects, robotsAllowed, page } = visit;
  return {
    status,
    finalUrl,
    // Instant meta refreshes are hops too, but answered with a page.
    redirects: redirects
      .filter((hop) => hop.status >= 300 && hop.status <= 399)
      .map(({ url, status }) => ({ url, status })),
    indexable: isIndexable(visit),
    followable: isFollowable(visit),
    robotsAllowed:
      robotsAllowed === null ? null : { own: robotsAllowed.own, googlebot: robotsAllowed.googlebot },
    canonical: page?.canonical ?? null,
  };
}

function occurrencesOf({ terms }: UsableRow, visit: Visit, shown: 'match' | 'site'): LineOccurrence[] {
  const { page, matches } = visit;
  if (page === null) return [];
  const ownSite = new Set(visit.ownSiteRedirects);
  const lines: LineOccurrence[] = [];
  for (const [index, occurrence] of page.occurrences.entries()) {
    const match = matches[index] ?? 'other';
    const isShown = shown === 'site' ? match !== 'other' : isAccepted(match, terms.match, ownSite.has(index));
    if (!isShown) continue;
    lines.push({
      href: occurrence.href,
      rel: occurrence.rel,
      anchor: occurrence.anchor,
      region: occurrence.region,
      hidden: occurrence.hidden !== null,
      inNoscript: occurrence.inNoscript,
      followed: isFollowed(occurrence.googleRel, page.googlebot.nofollow),
      match,
    });
  }
  return lines;
}
