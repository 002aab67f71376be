/** Keys of what the decorators write on a handler and guards and interceptors read. */
export const RIGHT = 'linkledger:right';
export const PUBLIC = 'linkledger:public';
export const NOBODY = 'linkledger:nobody';
export const SESSION_ONLY = 'linkledger:session-only';
export const MULTIPART = 'linkledger:multipart';
export const ONCE = 'linkledger:once';
export const NO_KEY = 'linkledger:no-key';

/** Notes the same decorators leave in the description of the API; `platform/openapi/completed` turns them into its words. */
export const ENTRANCE_NOTE = 'x-entrance';
export const NO_KEY_NOTE = 'x-without-key';
