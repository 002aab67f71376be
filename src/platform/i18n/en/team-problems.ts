import type { teamCodes } from '../../errors/codes/team.js';

/** What happened and what to do next, for refusals about team. */
export const teamProblems: Readonly<Record<keyof typeof teamCodes, string>> = {};
