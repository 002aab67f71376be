/** Refusals about relationships, links and crawls. */
export const relationshipCodes = {
  'relationship.not_found': 404,
  'relationship.changed_meanwhile': 409,
  'relationship.no_site': 422,
  'relationship.own_site': 422,
  'relationship.reason_needs_words': 422,
  'link.not_found': 404,
  'link.not_by_hand': 409,
  'link.not_between_them': 422,
  'link.refused': 422,
  'crawl.not_found': 404,
  'crawl.running': 409,
  'crawl.not_running': 409,
  'note.not_found': 404,
  'note.subject_not_found': 404,
  'note.not_yours': 403,
  'timeline.not_found': 404,
} as const;
