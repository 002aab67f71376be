export const TARGET_PAGE_STATUSES = ['unknown', 'answers', 'failing', 'could_not_check'] as const;
/** What is known of a page of the brand's own site that links are meant to lead to. */
export type TargetPageStatus = (typeof TARGET_PAGE_STATUSES)[number];
