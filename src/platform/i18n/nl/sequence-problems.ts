import type { sequenceCodes } from '../../errors/codes/sequences.js';

/** What happened and what to do next, for refusals of the module sequences. */
export const sequenceProblems: Readonly<Record<keyof typeof sequenceCodes, string>> = {};
