import type { Visit } from './facts.js';
import { error, judgement } from './finding.js';
import { mediaType } from './media-type.js';
import type { FindingCode, Judgement, Verdict } from './verdict.js';

/** Answers that hold no page to read: no content, part of a content. */
const WITHOUT_PAGE = [204, 206];
const GONE = [404, 410];

/** The rows for visits in which no page was read; null when there is a page. */
export function judgeUnread(visit: Visit): Judgement | null {
  if (visit.failure !== null)
    return says('unreachable', visit.failure.code, { detail: visit.failure.detail });
  const { status } = visit;
  if (status === null) return judgeDenied(visit) ?? says('unreachable', 'protocol', { status });
  return (
    judgeNoAnswer(status) ??
    judgeDenied(visit) ??
    judgeRedirect(status) ??
    judgeStatus(status) ??
    judgeContent(visit)
  );
}

function judgeNoAnswer(status: number): Judgement | null {
  if (status === 429) return says('unreachable', 'rate_limited', { status });
  if (status >= 500 && status <= 599) return says('unreachable', 'server_error', { status });
  // Informational answers end nothing.
  return status < 200 || status > 599 ? says('unreachable', 'protocol', { status }) : null;
}

/** A redirect that could not be followed was no answer; one that led to a page that is denied stands behind that row. */
function judgeRedirect(status: number): Judgement | null {
  return status >= 300 && status <= 399 ? says('unreachable', 'protocol', { status }) : null;
}

function judgeDenied({ robotsAllowed }: Visit): Judgement | null {
  return robotsAllowed?.own === false ? says('unverifiable', 'robots_denied', {}) : null;
}

function judgeStatus(status: number): Judgement | null {
  if (GONE.includes(status)) return says('absent', 'page_gone', { status });
  if (status >= 400 || WITHOUT_PAGE.includes(status)) return says('unverifiable', 'http_status', { status });
  return null;
}

/** A body that is no HTML; one that a limit cut off before it could be parsed is left to the row of limits. */
function judgeContent({ page, limit, contentType }: Visit): Judgement | null {
  if (page !== null) return null;
  if (limit !== null && (contentType === null || isHtml(contentType))) return null;
  return says('unverifiable', 'not_html', { contentType });
}

function isHtml(contentType: string): boolean {
  const type = mediaType(contentType);
  return type === 'text/html' || type === 'application/xhtml+xml';
}

function says(
  verdict: Verdict,
  code: FindingCode,
  params: Readonly<Record<string, string | number | null>>,
): Judgement {
  return judgement(verdict, [error(code, params)]);
}
