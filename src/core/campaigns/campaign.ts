/** Where a campaign stands. */
export const CAMPAIGN_STATUSES = ['planning', 'running', 'paused', 'finished'] as const;
export type CampaignStatus = (typeof CAMPAIGN_STATUSES)[number];

/** What a campaign does about a conflict or an exclusion when a prospect is added: say it, or refuse. */
export const GUARDS = ['warn', 'block'] as const;
export type Guard = (typeof GUARDS)[number];
