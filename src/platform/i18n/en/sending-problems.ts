import type { sendingCodes } from '../../errors/codes/sending.js';

/** What happened and what to do next, for refusals of the module sending. */
export const sendingProblems: Readonly<Record<keyof typeof sendingCodes, string>> = {};
