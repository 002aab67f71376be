/** Refusals about tasks. */
export const taskCodes = {
  'task.not_found': 404,
  'task.changed_meanwhile': 409,
  'task.done_already': 409,
  'task.open_already': 409,
  'task.assignee_cannot_see': 422,
  'task.too_many': 422,
} as const;
