import type { FitAnswers } from '../../core/prospects/fit.js';
import type { ProspectFacts } from '../../core/prospects/prospect-facts.js';
import type { DemoFigures } from './ahrefs-figures.js';

/** What the team found out about a site of the demo before it wrote there. */
export interface DemoFound {
  readonly host: string;
  readonly figures: DemoFigures;
  readonly said: Pick<ProspectFacts, 'status' | 'stage' | 'tags' | 'topics'>;
  readonly fit: FitAnswers;
}

const GOOD = {
  fits_niche: 'yes',
  trustworthy_site: 'yes',
  relevant_context: 'yes',
  natural_anchor: 'yes',
} as const;
const BEST = { ...GOOD, serves_long_term_goal: 'yes', authoritative_domain: 'yes' } as const;
const FAIR = { fits_niche: 'yes', trustworthy_site: 'yes', natural_anchor: 'no' } as const;
const BLOG = { status: 'qualified', stage: 'contacted', tags: ['blog'], topics: ['small houses'] } as const;
const PAPER = { ...BLOG, tags: ['magazine'], topics: ['living'] } as const;
const GUIDE = { ...BLOG, tags: ['resource page'], topics: ['energy'] } as const;

/** Sites of the demo's sequence, the longest known first. */
export const DEMO_FOUND: readonly DemoFound[] = [
  { host: 'tinycabins.example', figures: [38, 4100], said: { ...BLOG, stage: 'declined' }, fit: GOOD },
  { host: 'narrowboat-life.example', figures: [29, 1900], said: BLOG, fit: FAIR },
  { host: 'warmwalls.example', figures: [44, 8700], said: { ...GUIDE, stage: 'engaged' }, fit: BEST },
  { host: 'attic-and-eaves.example', figures: [22, 800], said: { ...BLOG, status: 'paused' }, fit: FAIR },
  { host: 'lowbills.example', figures: [51, 15_200], said: GUIDE, fit: BEST },
  { host: 'heatatlas.example', figures: [57, 21_400], said: GUIDE, fit: BEST },
  { host: 'selfbuilders.example', figures: [35, 3600], said: BLOG, fit: GOOD },
  { host: 'downsizing.example', figures: [31, 2700], said: PAPER, fit: GOOD },
  { host: 'gardenroom.example', figures: [26, 1200], said: { ...BLOG, stage: 'declined' }, fit: FAIR },
  { host: 'offgridpaper.example', figures: [48, 11_900], said: PAPER, fit: GOOD },
  { host: 'draughtproof.example', figures: [33, 3100], said: { ...GUIDE, stage: 'engaged' }, fit: GOOD },
  { host: 'smallspaces.example', figures: [40, 6500], said: PAPER, fit: BEST },
  { host: 'cosyhomes.example', figures: [19, 600], said: { ...BLOG, status: 'paused' }, fit: FAIR },
  { host: 'rooflight.example', figures: [37, 4400], said: BLOG, fit: GOOD },
  { host: 'stovetop.example', figures: [28, 2100], said: BLOG, fit: FAIR },
  { host: 'woolandwood.example', figures: [45, 9300], said: PAPER, fit: GOOD },
  { host: 'towerblock.example', figures: [30, 2500], said: BLOG, fit: GOOD },
  { host: 'greyhouse.example', figures: [42, 7200], said: PAPER, fit: BEST },
  { host: 'firstkeys.example', figures: [36, 3900], said: GUIDE, fit: GOOD },
  { host: 'newbeams.example', figures: [34, 3300], said: { ...BLOG, stage: 'cold' }, fit: GOOD },
  { host: 'hearthside.example', figures: [47, 10_800], said: { ...PAPER, stage: 'cold' }, fit: BEST },
];
