import type { reclamationCodes } from '../../errors/codes/reclaims.js';

/** What happened and what to do next, for refusals about reclamations. */
export const reclamationProblems: Readonly<Record<keyof typeof reclamationCodes, string>> = {};
