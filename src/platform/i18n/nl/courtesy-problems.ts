import type { courtesyCodes } from '../../errors/codes/courtesy.js';

/** What happened and what to do next, for refusals of the module courtesy. */
export const courtesyProblems: Readonly<Record<keyof typeof courtesyCodes, string>> = {};
