import type { inboxCodes } from '../../errors/codes/inbox.js';

/** What happened and what to do next, for refusals of the module inbox. */
export const inboxProblems: Readonly<Record<keyof typeof inboxCodes, string>> = {};
