import type { mailboxCodes } from '../../errors/codes/mailboxes.js';

/** What happened and what to do next, for refusals of the module mailboxes. */
export const mailboxProblems: Readonly<Record<keyof typeof mailboxCodes, string>> = {};
