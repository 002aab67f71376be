import type { reportCodes } from '../../errors/codes/reports.js';

/** What happened and what to do next, for refusals about reports. */
export const reportProblems: Readonly<Record<keyof typeof reportCodes, string>> = {};
