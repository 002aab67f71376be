/** Refusals about contact finding and outside services. */
export const discoveryCodes = {
  'discovery.no_key': 409,
} as const;
