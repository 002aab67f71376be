import type { Format } from './format.js';

const SEEN = {
  first_seen: 'date first seen|first seen|first seen date|firstindexeddate|first indexed',
  last_seen: 'date last seen|last seen|last seen date|last visited|last checked|lastseendate',
  lost_on: 'date lost|lost date|lost|datelost',
} as const;

/** One of the columns that only a list of linking sites has: since when, until when. */
const DATED = Object.values(SEEN).join('|');
const COUNTED = {
  link_count: 'backlinks|links|inbound links|linking pages|links to target|matched links|external backlinks',
  dofollow_count: 'dofollow backlinks|dofollow links|followed links|follow links|dofollow',
} as const;

/** Lists of sites that link, of tools whose header no file proved (D331): known by the tool's own figure beside days of sight. */
export const REFERRING_DOMAINS: readonly Format[] = [
  {
    id: 'moz_linking_domains',
    tool: 'Moz',
    name: 'Linking domains',
    content: 'linking_sites',
    needs: ['root domain|linking domain|linking root domain|domain', 'da|domain authority', DATED],
    lacks: 'target url|url|anchor text|dr|email',
    columns: {
      site: 'root domain|linking domain|linking root domain|domain',
      ...COUNTED,
      ...SEEN,
      'metric.moz.domain_authority': 'da|domain authority',
      'metric.moz.spam_score': 'spam score',
    },
    isLikely: true,
  },
  {
    id: 'majestic_referring_domains',
    tool: 'Majestic',
    name: 'Referring domains',
    content: 'linking_sites',
    needs: [
      'domain|referring domain|ref domain',
      'trustflow|trust flow|domain trust flow',
      'citationflow|citation flow|domain citation flow',
      `${DATED}|matched links`,
    ],
    lacks: 'source url|target url|anchor text|email',
    columns: {
      site: 'domain|referring domain|ref domain',
      ...COUNTED,
      ...SEEN,
      'metric.majestic.trust_flow': 'trustflow|trust flow|domain trust flow',
      'metric.majestic.citation_flow': 'citationflow|citation flow|domain citation flow',
    },
    isLikely: true,
  },
  {
    id: 'se_ranking_referring_domains',
    tool: 'SE Ranking',
    name: 'Referring domains',
    content: 'linking_sites',
    needs: ['referring domain|domain|refdomain', 'domain trust|dt|domain inlink rank', DATED],
    lacks: 'url from|url to|source url|target url|email',
    columns: {
      site: 'referring domain|domain|refdomain',
      ...COUNTED,
      ...SEEN,
      'metric.se_ranking.domain_trust': 'domain trust|dt',
      'metric.se_ranking.domain_inlink_rank': 'domain inlink rank',
    },
    isLikely: true,
  },
];
