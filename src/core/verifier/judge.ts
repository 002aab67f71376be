import type { Terms } from '../placements/terms.js';
import type { Visit } from './facts.js';
import { info, judgement, warning } from './finding.js';
import type { JudgeContext } from './judge-context.js';
import { judgeAccepted, judgeWrongTarget } from './judge-occurrence.js';
import { judgePage } from './judge-page.js';
import { judgeUnread } from './judge-unread.js';
import type { Finding, Judgement } from './verdict.js';

/**
 * Says what one visit proves about one placement: a verdict and the findings that explain it.
 *
 * The rows are tried in order and the first that fits decides; a visit that never saw the page proves nothing. Findings of severity
 * `error` make the verdict.
 */
export function judge(terms: Terms, visit: Visit, context: JudgeContext): Judgement {
  const row =
    judgeUnread(visit) ??
    judgeAccepted(terms, visit, context) ??
    judgeWrongTarget(terms, visit) ??
    judgePage(visit, context);
  const beside = [...targetFailing(context), ...insecureHops(visit)];
  return judgement(row.verdict, [...row.findings, ...beside], row.best);
}

function targetFailing(context: JudgeContext): Finding[] {
  return context.targetFailing ? [warning('target_failing')] : [];
}

/** The first step from https down to http on the way to the page, if any. */
function insecureHops({ redirects, finalUrl }: Visit): Finding[] {
  let from = '';
  for (const to of [...redirects.map(({ url }) => url), finalUrl ?? '']) {
    if (isScheme(from, 'https:') && isScheme(to, 'http:')) return [info('insecure_hop', { from, to })];
    from = to;
  }
  return [];
}

function isScheme(url: string, scheme: string): boolean {
  return url.slice(0, scheme.length).toLowerCase() === scheme;
}
