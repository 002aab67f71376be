import type { PitchNeed } from '../../../core/campaigns/kind.js';

/** What a stage may ask for besides own fields. */
export const pitchNeeds: Readonly<Record<PitchNeed, string>> = {
  site: 'Site',
  contact: 'Contact',
  target_page: 'Target page',
  asset: 'Asset',
  terms: 'Agreed terms',
};
