import type { Terms } from '../placements/terms.js';
import type { PageFacts, Visit } from '../verifier/facts.js';
import { judge } from '../verifier/judge.js';

/** What became of a page of the own site that was asked for. */
export type CrawledPage =
  /** It was read: links it does not have are not there. */
  | { readonly kind: 'read'; readonly finalUrl: string; readonly facts: PageFacts }
  /** Links that were found on it are there; nothing is known of those that were not. */
  | { readonly kind: 'unsure'; readonly finalUrl: string; readonly facts: PageFacts; readonly code: string }
  /** It surely has no links: it is gone, or leads away from the own site. */
  | { readonly kind: 'gone'; readonly code: string }
  /** It may not be read, or is no page. */
  | { readonly kind: 'refused'; readonly code: string }
  /** It could not be read now. */
  | { readonly kind: 'failed'; readonly code: string };

/** No link is looked for: the judge says whether the page was really read, in the same way as for placements. */
const NO_TERMS: Terms = {
  targetUrl: 'https://nothing.invalid/',
  match: 'exact',
  rel: { standing: 'unknown' },
  anchor: { standing: 'unknown' },
  region: { standing: 'unknown' },
  indexable: { standing: 'unknown' },
  duration: { standing: 'unknown' },
};
const CONTEXT = { compensated: false, knownMainTextHash: null, targetFailing: false };

/** Codes that will not change when the page is asked for again soon. */
const REFUSALS: ReadonlySet<string> = new Set([
  'robots_denied',
  'not_html',
  'http_status',
  'address_refused',
]);

/** Reads a visit to a page of the own site: was it really read, is it gone, or can nobody say? */
export function crawledPage(visit: Visit): CrawledPage {
  const { verdict, findings } = judge(NO_TERMS, visit, CONTEXT);
  const code = weightiest(findings);
  const { page, finalUrl } = visit;
  if (verdict === 'absent' && code === 'page_gone') return { kind: 'gone', code };
  if (page === null || finalUrl === null) return { kind: REFUSALS.has(code) ? 'refused' : 'failed', code };
  return verdict === 'absent'
    ? { kind: 'read', finalUrl, facts: page }
    : { kind: 'unsure', finalUrl, facts: page, code };
}

function weightiest(findings: readonly { readonly code: string; readonly severity: string }[]): string {
  const error = findings.find(({ severity }) => severity === 'error');
  return (error ?? findings[0])?.code ?? 'protocol';
}
