/** Refusals about sites. */
export const siteCodes = {
  'site.not_found': 404,
  'site.exists': 409,
  'site.not_declared': 409,
  'site.not_below_a_site': 422,
  'site.not_of_that_kind': 422,
  'site.no_address': 422,
  'metric.unknown_metric': 422,
  'metric.not_a_number': 422,
  'metric.not_whole': 422,
  'metric.out_of_range': 422,
  'metric.in_future': 422,
  'metric.from_open_list': 422,
  'authority.not_configured': 409,
  'authority.unreadable': 422,
  'authority.unreachable': 422,
} as const;
