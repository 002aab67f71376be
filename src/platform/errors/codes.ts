import { accessCodes } from './codes/access.js';
import { alertCodes } from './codes/alerts.js';
import { clientCodes } from './codes/clients.js';
import { httpCodes } from './codes/http.js';
import { importCodes } from './codes/imports.js';
import { placementCodes } from './codes/placements.js';
import { platformCodes } from './codes/platform.js';
import { siteCodes } from './codes/sites.js';

/**
 * Every code of refusal with its HTTP status. Each domain has a file of its own in `codes/`; each code has its
 * sentences ("what happened, what to do next") in `i18n/en/problems.ts` and `i18n/nl/problems.ts`.
 */
export const ERROR_CODES = {
  ...platformCodes,
  ...httpCodes,
  ...accessCodes,
  ...clientCodes,
  ...siteCodes,
  ...placementCodes,
  ...importCodes,
  ...alertCodes,
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;
