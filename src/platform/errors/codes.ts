import { platformCodes } from './codes/platform.js';

/**
 * Every code of refusal with its HTTP status. Each domain has a file of its own in `codes/`; each code has its
 * sentences ("what happened, what to do next") in `i18n/en/problems.json` and `i18n/nl/problems.json`.
 */
export const ERROR_CODES = { ...platformCodes } as const;

export type ErrorCode = keyof typeof ERROR_CODES;
