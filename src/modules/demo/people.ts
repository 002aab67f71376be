import type { GroundFacts } from '../../core/contacts/contact-facts.js';
import type { ProspectFacts } from '../../core/prospects/prospect-facts.js';
import type { PublisherKind } from '../../core/publishers/publisher.js';
import type { DemoFigures } from './ahrefs-figures.js';

/** A person who answers for demo sites. */
export interface DemoPerson {
  readonly name: string;
  readonly mailbox: string;
  readonly position: string;
  readonly formOfAddress?: 'informal' | 'formal';
  readonly ground?: GroundFacts['ground'];
}

/** A site of the demo web as the team knows it. */
export interface DemoSite {
  readonly site: string;
  readonly publisher?: string;
  readonly people?: readonly DemoPerson[];
  readonly prospect: Pick<ProspectFacts, 'status' | 'language' | 'country' | 'notes' | 'stage'> & {
    readonly tags: readonly string[];
    readonly topics: readonly string[];
  };
  readonly figures: DemoFigures;
  /** Days ago and what came of it. */
  readonly touched?: readonly [daysAgo: number, result: 'no_answer' | 'answered' | 'declined' | 'agreed'];
}

/** Publishers of the demo, with what they ask. */
export const DEMO_PUBLISHERS: readonly {
  readonly name: string;
  readonly kind: PublisherKind;
  readonly price?: number;
}[] = [
  { name: 'Groene Pers', kind: 'media_group', price: 45_000 },
  { name: 'Lantern Media', kind: 'broker', price: 32_500 },
  { name: 'Sanne de Tuin', kind: 'editor' },
];

const NL = { language: 'nl', country: 'NL' } as const;
const EN = { language: 'en', country: 'GB' } as const;

/** Sites the team works: some with placements, some it has not yet won. */
export const DEMO_SITES: readonly DemoSite[] = [
  {
    site: 'tuinblog',
    publisher: 'Sanne de Tuin',
    people: [
      {
        name: 'Sanne de Tuin',
        mailbox: 'sanne',
        position: 'Editor',
        formOfAddress: 'informal',
        ground: 'ongoing_correspondence',
      },
    ],
    prospect: { ...NL, status: 'qualified', stage: 'partner', tags: ['blog'], topics: ['garden', 'energy'] },
    figures: [41, 5200],
    touched: [8, 'answered'],
  },
  {
    site: 'duurzaamwonen',
    publisher: 'Groene Pers',
    people: [
      { name: 'Joost Veld', mailbox: 'redactie', position: 'Chief editor', formOfAddress: 'formal' },
      {
        name: 'Advertising desk',
        mailbox: 'adverteren',
        position: 'Advertising',
        ground: 'published_for_purpose',
      },
    ],
    prospect: {
      ...NL,
      status: 'qualified',
      stage: 'engaged',
      tags: ['magazine'],
      topics: ['housing', 'energy'],
    },
    figures: [58, 31_000],
    touched: [21, 'agreed'],
  },
  {
    site: 'woonmagazine',
    publisher: 'Groene Pers',
    people: [{ name: 'Advertising desk Wonen', mailbox: 'sales', position: 'Advertising' }],
    prospect: {
      ...NL,
      status: 'qualified',
      stage: 'engaged',
      tags: ['magazine', 'paid'],
      topics: ['housing'],
    },
    figures: [63, 54_000],
  },
  {
    site: 'greenhub',
    people: [
      { name: 'Ama Mensah', mailbox: 'ama', position: 'Resources editor', ground: 'ongoing_correspondence' },
    ],
    prospect: { ...EN, status: 'qualified', stage: 'engaged', tags: ['resource page'], topics: ['energy'] },
    figures: [52, 18_400],
  },
  {
    site: 'familytable',
    publisher: 'Lantern Media',
    people: [{ name: 'Ruth Cole', mailbox: 'ruth', position: 'Food editor' }],
    prospect: { ...EN, status: 'qualified', stage: 'contacted', tags: ['recipes'], topics: ['food'] },
    figures: [36, 9100],
    touched: [3, 'no_answer'],
  },
  {
    site: 'kleinewoning',
    people: [{ name: 'Bart Blok', mailbox: 'bart', position: 'Author', formOfAddress: 'informal' }],
    prospect: {
      ...NL,
      status: 'researching',
      stage: 'cold',
      tags: ['blog'],
      topics: ['housing'],
      notes: 'Writes about small houses; asked readers for heat pump stories in June.',
    },
    figures: [29, 2300],
  },
  {
    site: 'warmtenieuws',
    prospect: { ...NL, status: 'new', stage: 'unknown', tags: ['news'], topics: ['energy'] },
    figures: [47, 12_700],
  },
  {
    site: 'cheeseatlas',
    people: [{ name: 'Elin Moor', mailbox: 'hello', position: 'Founder' }],
    prospect: { ...EN, status: 'new', stage: 'unknown', tags: ['directory'], topics: ['food'] },
    figures: [33, 4100],
  },
  {
    site: 'cheapseolinks',
    prospect: {
      ...EN,
      status: 'unfit',
      stage: 'declined',
      tags: [],
      topics: [],
      notes: 'Sells links on every page; not for us.',
    },
    figures: [12, 40],
    touched: [40, 'declined'],
  },
  {
    site: 'balkonplanten',
    people: [{ name: 'Noor Haas', mailbox: 'noor', position: 'Editor' }],
    prospect: { ...NL, status: 'paused', stage: 'dormant', tags: ['blog'], topics: ['garden'] },
    figures: [25, 1900],
    touched: [64, 'no_answer'],
  },
];

/** The host of a site of the demo web. */
export function hostOf(site: string): string {
  return `${site}.demo.test`;
}
