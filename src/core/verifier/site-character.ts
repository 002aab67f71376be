/** What a page is like, as far as a change of owner would show. Null where it was not known. */
export interface PageCharacter {
  readonly language: string | null;
  readonly title: string | null;
  readonly mainTextHash: string | null;
}

/** One page of a site as last read: when its character changed, null for never. */
export interface PageChange {
  readonly changedAt: Date | null;
  readonly readAt: Date;
}

const WINDOW_MS = 30 * 86_400_000;
const LEAST_PAGES = 2;

/** Whether a page became another one: language, title and main text are known on both sides and all differ. */
export function pageChangedCharacter(before: PageCharacter, after: PageCharacter): boolean {
  return (
    differs(primaryTag(before.language), primaryTag(after.language)) &&
    differs(before.title, after.title) &&
    differs(before.mainTextHash, after.mainTextHash)
  );
}

/**
 * Whether a site changed its character: of its pages read in the last 30 days every one read since the first change
 * became another one, at least two of them. One rewritten article says nothing about the site.
 */
export function siteChangedCharacter(pages: readonly PageChange[], now: Date): boolean {
  const since = now.getTime() - WINDOW_MS;
  const changed = pages.flatMap(({ changedAt }) =>
    changedAt !== null && changedAt.getTime() > since ? [changedAt.getTime()] : [],
  );
  const first = Math.min(...changed);
  const readSince = pages.filter((page) => page.readAt.getTime() >= first);
  return changed.length >= LEAST_PAGES && changed.length === readSince.length;
}

function differs(before: string | null, after: string | null): boolean {
  return before !== null && after !== null && before !== after;
}

/** `nl` of `nl-BE`: a site that moves from one Dutch to the other is the same site (RFC 5646, 2.1). */
function primaryTag(language: string | null): string | null {
  return language?.toLowerCase().split('-')[0] ?? null;
}
