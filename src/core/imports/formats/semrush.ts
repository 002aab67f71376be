import type { Format } from './format.js';

const LINK = {
  source_url: 'source url',
  target_url: 'target url',
  anchor: 'anchor',
  nofollow: 'nofollow',
  is_frame: 'frame',
  is_image: 'image',
  is_sitewide: 'sitewide',
  first_seen: 'first seen',
  last_seen: 'last seen',
} as const;

/** Exports of Semrush (D202-D206). */
export const SEMRUSH: readonly Format[] = [
  {
    id: 'semrush_backlinks',
    tool: 'Semrush',
    name: 'Backlinks',
    content: 'links_to_us',
    needs: ['page ascore', 'source url', 'target url', 'external links', 'first seen'],
    columns: {
      ...LINK,
      sponsored: 'sponsored',
      ugc: 'ugc',
      is_new: 'new link',
      is_lost: 'lost link',
    },
    quirks: { assumedState: 'live' },
  },
  {
    id: 'semrush_backlinks_older',
    tool: 'Semrush',
    name: 'Backlinks (older)',
    content: 'links_to_us',
    needs: ['page score', 'page trust score', 'source url', 'target url'],
    columns: LINK,
    quirks: { assumedState: 'live' },
  },
  {
    id: 'semrush_referring_domains',
    tool: 'Semrush',
    name: 'Referring domains',
    content: 'linking_sites',
    needs: ['domain ascore', 'domain', 'backlinks'],
    columns: {
      site: 'domain',
      link_count: 'backlinks',
      country: 'country seen|country',
      first_seen: 'first seen',
      last_seen: 'last seen',
      'metric.semrush.authority_score': 'domain ascore',
    },
  },
];
