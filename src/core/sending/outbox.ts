/** How the outbox tells mails apart: what goes next, what a person must look at, what is open, and what is over. */
export const OUTBOX_STATES = ['waiting', 'held', 'doubt', 'sent', 'failed'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** What a person may say of a doubt. */
export const SETTLEMENTS = ['sent', 'not_sent'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];
