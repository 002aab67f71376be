/** Refusals about contact finding and outside services. */
export const discoveryCodes = {
  'discovery.no_key': 409,
  'discovery.no_service': 404,
  'discovery.proposal_not_found': 404,
  'discovery.proposal_decided': 409,
  'discovery.key_refused': 409,
  'discovery.key_unreadable': 409,
  'discovery.quota_used_up': 409,
  'discovery.rate_limited': 429,
  'discovery.service_failed': 502,
  'discovery.service_unreachable': 502,
  'discovery.service_timeout': 504,
  'discovery.answer_unknown': 502,
  'discovery.not_measured': 409,
  'discovery.not_awaited': 409,
} as const;
