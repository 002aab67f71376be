import { parseUrl } from '../sites/parse-url.js';
import { siteKey } from '../sites/site-key.js';
import type { PageFacts, Visit } from './facts.js';
import { error, judgement, warning } from './finding.js';
import type { JudgeContext } from './judge-context.js';
import type { Finding, Judgement, PageMark } from './verdict.js';

/** Characters of main text from which on a page counts as really read. */
export const READ_TEXT_LENGTH = 200;

/** Marks of a page or domain that is no more: three sights over 7 days make the placement site_gone. */
export const GONE_MARKS = ['soft_404', 'domain_parked'] as const satisfies readonly PageMark[];

/** Addresses that are the home page by another name. */
const HOME_PATH = /^\/(?:(?:index|default|home|start|welcome)(?:\.\w+)?\/?|[a-z]{2}(?:[-_][a-z]{2})?\/?)?$/i;

/** The last rows: a page without any link to the target's site. Only a page that was really read proves absence. */
export function judgePage(visit: Visit, context: JudgeContext): Judgement {
  const { page } = visit;
  const walls = wallFindings(visit);
  const gone = goneMarks(visit).map((mark) => error(mark));
  if (gone.length > 0) return judgement('unverifiable', [...gone, ...walls.map(asWarning)]);
  if (walls.length > 0) return judgement('unverifiable', walls);
  if (page !== null && isReallyRead(page, context)) return judgement('absent', [error('link_absent')]);
  return judgement('unverifiable', [error('script_shell')]);
}

function goneMarks(visit: Visit): PageMark[] {
  const marks = GONE_MARKS.filter((mark) => visit.page?.marks.includes(mark) === true);
  return marks.length === 0 && wasSentHome(visit) ? ['soft_404'] : marks;
}

/** Whether a page was asked for and the home page of the same site came back: how sites hide a removed page (D131). */
function wasSentHome({ redirects, finalUrl }: Visit): boolean {
  const asked = parseUrl(redirects[0]?.url ?? '');
  const came = parseUrl(finalUrl ?? '');
  if (asked === null || came === null || siteKey(asked.href) !== siteKey(came.href)) return false;
  return came.pathname === '/' && came.search === '' && !HOME_PATH.test(asked.pathname + asked.search);
}

function wallFindings(visit: Visit): Finding[] {
  const marks = visit.page?.marks.filter((mark) => !goneMarks(visit).includes(mark)) ?? [];
  return [
    ...marks.map((mark) => error(mark)),
    ...otherSite(visit).map((params) => error('other_site', params)),
    ...(isUnrenderedShell(visit) ? [error('script_shell')] : []),
    ...(visit.limit === null ? [] : [error(visit.limit)]),
  ];
}

/** A page that scripts would fill, and nobody ran them: rendering failed or was switched off. */
function isUnrenderedShell({ page, rendering }: Visit): boolean {
  return rendering === 'failed' || (rendering === 'none' && page?.looksScriptBuilt === true);
}

/** Where the visit ended when redirects led it to another site; empty when it stayed. */
export function otherSite({ redirects, finalUrl }: Visit): { finalUrl: string }[] {
  const asked = redirects[0]?.url;
  if (asked === undefined || finalUrl === null) return [];
  return siteKey(asked) === siteKey(finalUrl) ? [] : [{ finalUrl }];
}

/**
 * Whether a page counts as read: its main text is the one known from before, or at least 200 characters of it, or any
 * text at all where no script could add more.
 */
function isReallyRead(page: PageFacts, context: JudgeContext): boolean {
  if (page.mainTextHash !== null && page.mainTextHash === context.knownMainTextHash) return true;
  if (page.mainTextLength >= READ_TEXT_LENGTH) return true;
  return page.textLength > 0 && !page.hasScript;
}

function asWarning(finding: Finding): Finding {
  return warning(finding.code, finding.params);
}
