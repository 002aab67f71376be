/** Reasons of entries, what people ask for themselves first. */
export const REASONS = [
  'asked',
  'objected',
  'complained',
  'bounced',
  'client_wish',
  'own_choice',
  'imported',
] as const;

/** Where entries come from, the team's own first. */
export const SOURCES = [
  'by_hand',
  'one_click',
  'reply',
  'bounce',
  'complaint',
  'imported',
  'erasure',
  'replayed',
] as const;
