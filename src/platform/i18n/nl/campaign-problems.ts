import type { campaignCodes } from '../../errors/codes/campaigns.js';

/** What happened and what to do next, for refusals about campaigns. */
export const campaignProblems: Readonly<Record<keyof typeof campaignCodes, string>> = {};
