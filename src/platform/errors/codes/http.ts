/** Refusals every operation can give: the form of a request, and repeated requests. */
export const httpCodes = {
  'request.invalid': 400,
  'request.malformed': 400,
  'request.cursor_invalid': 400,
  'request.cross_site': 403,
  'request.not_found': 404,
  'request.too_large': 413,
  'request.content_type': 415,
  'idempotency.key_invalid': 400,
  'idempotency.in_progress': 409,
  'idempotency.other_body': 422,
  'server.failed': 500,
} as const;
