/** The settings of a sender of the tests, unread. */
export class Config {}
export const LOG_LEVELS = ['error'];
