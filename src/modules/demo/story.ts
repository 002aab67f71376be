import type { Compensation, PlacementType } from '../../core/placements/placement.js';
import type { RelTerm } from '../../core/placements/terms.js';

/** What a demo page showed: a link with this rel, or why there was none to see. */
export type Sight =
  | 'follow'
  | 'nofollow'
  | 'sponsored'
  | 'ugc'
  | 'in_footer'
  | 'by_script'
  | 'on_noindex_page'
  | 'without_link'
  | 'page_gone'
  | 'down'
  | 'consent'
  | 'parked';

/** One page of the demo web, the placement that is followed on it, and its history. */
export interface Story {
  /** Path under `<site>.demo.test`. */
  readonly page: `${string}/${string}`;
  readonly title: string;
  readonly language: 'en' | 'nl';
  readonly brand: DemoBrand;
  readonly target: string;
  readonly anchor: string;
  readonly type: PlacementType;
  readonly compensation?: Compensation;
  /** The rel that was agreed; expected by type where absent. */
  readonly agreed?: RelTerm;
  /** That the page may be indexed was agreed, too. */
  readonly isIndexingAgreed?: true;
  /** What was seen since how many days ago, oldest first; the first is the day it was followed from. */
  readonly seen: readonly (readonly [daysAgo: number, sight: Sight])[];
  /** How somebody closed it. */
  readonly closed?: 'ended' | 'released';
  /** The path its article moved to: a new placement replaces the old one. */
  readonly movedTo?: `/${string}`;
}

/** A placement whose page is not there yet. */
export interface AwaitedStory {
  readonly site: string;
  readonly brand: DemoBrand;
  readonly target: string;
  readonly type: PlacementType;
  /** Days from now; negative is overdue. */
  readonly dueInDays: number;
}

export const DEMO_BRANDS = {
  noordlicht: {
    client: 'Noordlicht Energie',
    name: 'Noordlicht',
    aliases: ['Noordlicht Energie'],
    host: 'noordlicht.demo.test',
    paths: [
      '/',
      '/gids/zonnepanelen',
      '/gids/isolatie',
      '/gids/warmtepomp',
      '/onderzoek/2026',
      '/oud/thuisbatterij',
    ],
  },
  hilldairy: {
    client: 'Hill Dairy',
    name: 'Hill Dairy',
    aliases: ['Hilly'],
    host: 'hilldairy.demo.test',
    paths: ['/', '/recipes/soft-cheese', '/farm-visit', '/report/grass-fed'],
  },
  fern: {
    client: 'Studio Fern',
    name: 'Fern Planters',
    aliases: [],
    host: 'fern.demo.test',
    paths: ['/', '/guides/repotting', '/guides/low-light', '/shop/terracotta'],
  },
} as const;
export type DemoBrand = keyof typeof DEMO_BRANDS;

/** The page of ours that fails, so that placements leading to it carry a warning. */
export const FAILING_TARGET = '/oud/thuisbatterij';

/** What a page showed a number of days ago; null before it was followed. */
export function sightAt({ seen }: Pick<Story, 'seen'>, daysAgo: number): Sight | null {
  return seen.findLast(([since]) => since >= daysAgo)?.[1] ?? null;
}
