/** Refusals about reclamations, ends of partnerships and the search for awaited placements. */
export const reclamationCodes = {
  'reclamation.not_found': 404,
  'reclamation.changed_meanwhile': 409,
  'reclamation.act_not_possible': 409,
  'reclamation.nothing_worse': 409,
  'reclamation.nobody_to_ask': 409,
  'reclamation.other_open': 409,
  'reclamation.assignee_unknown': 422,
} as const;
