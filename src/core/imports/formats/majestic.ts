import type { Format } from './format.js';

const COLUMNS = {
  source_url: 'source url|sourceurl',
  target_url: 'target url|targeturl',
  anchor: 'anchor text|anchortext',
  first_seen: 'source first found date|firstindexeddate',
  last_seen: 'source crawl date|lastseendate',
  nofollow: 'flagnofollow',
  is_image: 'flagimagelink|flagimages',
  is_redirect: 'flagredirect',
  is_frame: 'flagframe',
  is_stale: 'flagoldcrawl',
  is_mention: 'flagmention',
  // Trust and citation flow are of the linking page; of its site only the topic is told.
  'metric.majestic.topical_trust_flow': 'refdomaintopicaltrustflow value 0',
} as const;

/** Exports of Majestic (D210-D212). */
export const MAJESTIC: readonly Format[] = [
  {
    id: 'majestic_backlinks',
    tool: 'Majestic',
    name: 'Backlinks',
    content: 'links_to_us',
    needs: ['source url', 'target url', 'flagnofollow', 'flagmention|flagredirect'],
    lacks: 'datelost|reasonlost|lastseendate|firstindexeddate',
    columns: COLUMNS,
    quirks: { assumedState: 'live', hasBareFlags: true },
  },
  {
    id: 'majestic_backlinks_api',
    tool: 'Majestic',
    name: 'Backlinks, made by the API',
    content: 'links_to_us',
    needs: [
      'source url|sourceurl',
      'target url|targeturl',
      'flagnofollow',
      'datelost|reasonlost|lastseendate|firstindexeddate',
    ],
    columns: {
      ...COLUMNS,
      first_seen: 'firstindexeddate|source first found date',
      last_seen: 'lastseendate|source crawl date',
      lost_on: 'datelost',
      lost_reason: 'reasonlost',
    },
    quirks: { assumedState: 'live', hasBareFlags: true },
  },
];
