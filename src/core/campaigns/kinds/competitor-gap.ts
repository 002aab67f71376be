import type { Kind } from '../kind.js';
import {
  COLD_MAILS,
  COLD_SEQUENCE,
  PAGE_FIELDS,
  SEEN_STAGES,
  TO_SEEN_STAGES,
  USUAL_LOSSES,
} from '../usual-parts.js';

/** Competitor gap: sites that link to competitors and not to us, approached with something better (D39, D295). */
export const kind: Kind = {
  key: 'competitor_gap',
  words: {
    en: {
      name: 'Competitor gap',
      description:
        'Approach sites that link to your competitors with a page that serves their reader better.',
    },
    nl: {
      name: 'Links van concurrenten',
      description:
        'Sites benaderen die naar je concurrenten linken, met een pagina waar hun lezer meer aan heeft.',
    },
  },
  stages: [
    {
      key: 'found',
      words: {
        en: { name: 'On the list', nextStep: 'Read the page: why does it link to them?' },
        nl: { name: 'Op de lijst', nextStep: 'Lees de pagina: waarom linkt die naar hen?' },
      },
      whoMoves: 'us',
      stuckAfterDays: 14,
    },
    {
      key: 'qualified',
      words: {
        en: { name: 'Qualified', nextStep: 'Choose the page of ours that fits here' },
        nl: { name: 'Geschikt', nextStep: 'Kies de pagina van ons die hier past' },
      },
      whoMoves: 'us',
      stuckAfterDays: 10,
    },
    {
      key: 'matched',
      words: {
        en: { name: 'Page matched', nextStep: 'Find the editor and write the mail' },
        nl: { name: 'Pagina gekozen', nextStep: 'Zoek de redacteur en schrijf de mail' },
      },
      whoMoves: 'us',
      stuckAfterDays: 10,
    },
    {
      key: 'pitched',
      words: {
        en: { name: 'Pitched', nextStep: 'Wait for their answer' },
        nl: { name: 'Voorgesteld', nextStep: 'Wacht op antwoord' },
      },
      whoMoves: 'them',
      stuckAfterDays: 14,
      needsApproval: 'site',
      isContact: true,
    },
    {
      key: 'replied',
      words: {
        en: { name: 'In conversation', nextStep: 'Answer them' },
        nl: { name: 'In gesprek', nextStep: 'Beantwoord hun bericht' },
      },
      whoMoves: 'us',
      stuckAfterDays: 4,
    },
    {
      key: 'promised',
      words: {
        en: { name: 'Link promised', nextStep: 'Wait until the link stands' },
        nl: { name: 'Link toegezegd', nextStep: 'Wacht tot de link er staat' },
      },
      whoMoves: 'them',
      stuckAfterDays: 14,
      isAgreed: true,
    },
    ...SEEN_STAGES,
  ],
  defaultStage: 'found',
  moves: {
    found: ['qualified'],
    qualified: ['matched', 'found'],
    matched: ['pitched', 'qualified'],
    pitched: ['replied', 'promised', 'matched'],
    replied: ['promised', 'pitched'],
    promised: ['replied'],
    live: [],
    differs: ['promised'],
    removed: ['promised'],
  },
  fields: [
    {
      key: 'competitors',
      type: 'list',
      words: {
        en: { name: 'Competitors they link to', hint: 'One address a line' },
        nl: { name: 'Concurrenten waar ze naar linken', hint: 'Eén adres per regel' },
      },
    },
    {
      key: 'competitorUrl',
      type: 'url',
      words: { en: { name: 'Page they link to now' }, nl: { name: 'Pagina waar ze nu naar linken' } },
    },
    {
      key: 'linkContext',
      type: 'long_text',
      words: { en: { name: 'Sentence with that link' }, nl: { name: 'Zin met die link' } },
    },
    {
      key: 'whyBetter',
      type: 'long_text',
      words: {
        en: {
          name: 'What ours adds',
          hint: 'One sentence for the mail: newer, more complete, another angle',
        },
        nl: {
          name: 'Wat die van ons toevoegt',
          hint: 'Eén zin voor de mail: nieuwer, vollediger, een andere invalshoek',
        },
      },
    },
    ...PAGE_FIELDS,
  ],
  required: {
    qualified: ['pageUrl', 'competitors'],
    matched: ['target_page', 'whyBetter'],
    pitched: ['site', 'contact', 'target_page', 'whyBetter'],
    promised: ['terms'],
  },
  losses: [
    {
      key: 'loyal',
      words: { en: { name: 'Stays with the competitor' }, nl: { name: 'Blijft bij de concurrent' } },
    },
    {
      key: 'paid_link',
      words: {
        en: { name: "The competitor's link was paid" },
        nl: { name: 'Link van de concurrent was betaald' },
      },
    },
    {
      key: 'ours_not_better',
      words: { en: { name: 'Ours adds too little' }, nl: { name: 'Die van ons voegt te weinig toe' } },
    },
    ...USUAL_LOSSES,
  ],
  placement: { type: 'editorial', compensation: 'none' },
  onPlacement: TO_SEEN_STAGES,
  sequence: COLD_SEQUENCE,
  mails: COLD_MAILS,
};
