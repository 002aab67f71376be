import { fernStories } from './stories-fern.js';
import { hilldairyStories } from './stories-hilldairy.js';
import { noordlichtStories } from './stories-noordlicht.js';
import type { AwaitedStory, Story } from './story.js';

/** Every page of the demo web that links, or linked, to a brand of the demo. */
export const STORIES: readonly Story[] = [...noordlichtStories, ...hilldairyStories, ...fernStories];

/** Placements whose page is not there yet. */
export const AWAITED: readonly AwaitedStory[] = [
  { site: 'energiecoach', brand: 'noordlicht', target: '/gids/isolatie', type: 'guest_post', dueInDays: 8 },
  {
    site: 'wijkkrant',
    brand: 'noordlicht',
    target: '/onderzoek/2026',
    type: 'journalist_quote',
    dueInDays: -3,
  },
  {
    site: 'brunchbook',
    brand: 'hilldairy',
    target: '/recipes/soft-cheese',
    type: 'guest_post',
    dueInDays: -12,
  },
  { site: 'greenstairs', brand: 'fern', target: '/guides/low-light', type: 'link_insertion', dueInDays: 21 },
];
