import type { DemoBrand } from './story.js';

/** One pitch of the demo, and how far it has come. */
export interface DemoPitch {
  /** A site of the demo web; absent while only a label says what it is about. */
  readonly site?: string;
  readonly label?: string;
  readonly daysAgo: number;
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Stages it moved to, and how many days ago. */
  readonly moves?: readonly (readonly [stage: string, daysAgo: number])[];
  /** The page of the demo web its link stands on: its placement is the pitch's, and its state leads on. */
  readonly page?: string;
  readonly lost?: readonly [reason: string, note: string];
  /** Rests for so many days from now. */
  readonly pausedFor?: number;
}

/** A campaign of the demo. */
export interface DemoCampaign {
  readonly name: string;
  readonly brand: DemoBrand;
  readonly kind: string;
  readonly status: 'planning' | 'running';
  readonly agreedPerMonth?: number;
  readonly budgetMinor?: number;
  readonly pitches: readonly DemoPitch[];
}

const GARDEN = {
  ideas: ['Zonnepanelen op een klein dak', 'Wat isolatie je per maand scheelt'],
  topic: 'Zonnepanelen op een klein dak',
  writer: 'Mila Prins',
  dueOn: '2026-12-01',
  draft: 'Een klein dak is geen reden om niets te doen. Drie huizen, drie oplossingen.',
  linkPlace: 'body',
} as const;
const UNTIL_SUBMITTED = [
  ['qualified', 58],
  ['pitched', 55],
  ['topic_agreed', 49],
  ['drafting', 46],
  ['submitted', 38],
] as const;

/** What the demo's team is busy with. */
export const DEMO_CAMPAIGNS: readonly DemoCampaign[] = [
  {
    name: 'Gastblogs duurzaam wonen',
    brand: 'noordlicht',
    kind: 'guest_blogging',
    status: 'running',
    agreedPerMonth: 4,
    pitches: [
      { site: 'ecohome', daysAgo: 3 },
      { site: 'klimaatkrant', daysAgo: 3 },
      { site: 'warmtenieuws', daysAgo: 12, moves: [['qualified', 9]] },
      {
        site: 'kleinewoning',
        daysAgo: 40,
        fields: { ideas: GARDEN.ideas, pageTitle: 'Wonen op 40 vierkante meter' },
        moves: [
          ['qualified', 38],
          ['pitched', 30],
        ],
      },
      {
        site: 'woonmagazine',
        daysAgo: 34,
        fields: { ideas: GARDEN.ideas },
        moves: [
          ['qualified', 33],
          ['pitched', 26],
        ],
        pausedFor: 10,
      },
      {
        site: 'duurzaamwonen',
        daysAgo: 30,
        fields: GARDEN,
        moves: [
          ['qualified', 29],
          ['pitched', 27],
          ['topic_agreed', 20],
          ['drafting', 18],
          ['submitted', 6],
        ],
      },
      {
        site: 'balkonplanten',
        daysAgo: 44,
        fields: { ideas: ['Een balkon dat stroom geeft'] },
        moves: [
          ['qualified', 43],
          ['pitched', 40],
        ],
        lost: ['topic_rejected', 'Wil alleen planten, geen energie'],
      },
      {
        site: 'greenhub',
        daysAgo: 60,
        fields: GARDEN,
        moves: UNTIL_SUBMITTED,
        page: 'greenhub/resources/heat-pumps',
      },
      {
        site: 'tuinblog',
        daysAgo: 60,
        fields: GARDEN,
        moves: UNTIL_SUBMITTED,
        page: 'tuinblog/beste-zonnepanelen-2026',
      },
    ],
  },
  {
    name: 'Journalisten over warmtepompen',
    brand: 'noordlicht',
    kind: 'haro',
    status: 'running',
    pitches: [
      {
        label: 'Regional paper: heat pumps in old houses',
        daysAgo: 1,
        fields: { request: 'Looking for someone who measured a heat pump in a house from before 1940.' },
      },
    ],
  },
  {
    name: 'Recipes with a price',
    brand: 'hilldairy',
    kind: 'link_insertion',
    status: 'running',
    budgetMinor: 150_000,
    pitches: [
      { site: 'dayout', daysAgo: 5 },
      { site: 'cheeseatlas', daysAgo: 16, moves: [['qualified', 11]] },
      {
        site: 'familytable',
        daysAgo: 21,
        fields: {
          pageUrl: 'http://familytable.demo.test/recipes/cheesecake',
          price: { minor: 22_500, currency: 'EUR' },
        },
        moves: [
          ['qualified', 20],
          ['asked', 15],
          ['quoted', 4],
        ],
      },
    ],
  },
  {
    name: 'Plants for dark rooms',
    brand: 'fern',
    kind: 'guest_blogging',
    status: 'planning',
    agreedPerMonth: 2,
    pitches: [
      { site: 'plantparents', daysAgo: 2 },
      { site: 'citygarden', daysAgo: 2 },
    ],
  },
];
