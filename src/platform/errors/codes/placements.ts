/** Refusals about placements. */
export const placementCodes = {
  'placement.not_found': 404,
  'placement.duplicate': 409,
  'placement.changed_meanwhile': 409,
  'placement.act_not_allowed': 409,
  'placement.archived': 409,
  'placement.never_checked': 409,
  'placement.nothing_to_accept': 409,
  'placement.page_unknown': 409,
  'placement.owner_cannot_see': 409,
  'placement.document_type': 415,
  'placement.document_missing': 422,
  'placement.document_not_found': 404,
  'placement.evidence_not_found': 404,
  'placement.picture_type': 415,
  'placement.too_many': 422,
  'job.not_undoable': 409,
} as const;
