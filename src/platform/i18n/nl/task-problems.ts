import type { taskCodes } from '../../errors/codes/tasks.js';

/** What happened and what to do next, for refusals about tasks. */
export const taskProblems: Readonly<Record<keyof typeof taskCodes, string>> = {};
