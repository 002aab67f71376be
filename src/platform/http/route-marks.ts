/** Keys of what the decorators write on a handler and guards and interceptors read. */
export const RIGHT = 'linkledger:right';
export const PUBLIC = 'linkledger:public';
export const SESSION_ONLY = 'linkledger:session-only';
export const MULTIPART = 'linkledger:multipart';
export const ONCE = 'linkledger:once';
export const NO_KEY = 'linkledger:no-key';
