/** How many links of a page led to other sites at a check, ours among them, and how many of them were followed. */
export interface LinkTally {
  readonly outbound: number;
  readonly followed: number;
}

export const CHANGED_LINKS = ['only_ours', 'all_external', 'some', 'not_known'] as const;
/** Which external links of a page changed together with ours. */
export type ChangedLinks = (typeof CHANGED_LINKS)[number];

/** What a page showed when our link was last as agreed, and what it shows now; null where a check read no page. */
export interface PageThenAndNow {
  /** What happened to our link: it is not there any more, or it is not followed any more. */
  readonly what: 'gone' | 'unfollowed';
  /** The page itself answers 404 or 410. */
  readonly isPageGone: boolean;
  readonly before: LinkTally | null;
  readonly after: LinkTally | null;
}

/**
 * Whether only our link changed or the links of the whole page did (so that nobody is asked why they singled us out). A page that is gone
 * took all its links with it; without figures of both times it is not known.
 */
export function changedLinks({ what, isPageGone, before, after }: PageThenAndNow): ChangedLinks {
  if (isPageGone) return 'all_external';
  if (before === null || after === null) return 'not_known';
  const others = (what === 'gone' ? before.outbound : before.followed) - 1;
  const left = what === 'gone' ? after.outbound : after.followed;
  if (others <= 0 || left >= others) return 'only_ours';
  return left === 0 ? 'all_external' : 'some';
}
