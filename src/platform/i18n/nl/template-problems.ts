import type { templateCodes } from '../../errors/codes/templates.js';

/** What happened and what to do next, for refusals about templates. */
export const templateProblems: Readonly<Record<keyof typeof templateCodes, string>> = {};
