import type { Kind } from '../kind.js';
import {
  COLD_MAILS,
  COLD_SEQUENCE,
  PAGE_FIELDS,
  SEEN_STAGES,
  TO_SEEN_STAGES,
  USUAL_LOSSES,
} from '../usual-parts.js';

/** Partnerships: two sites that have something to do with each other; the reason and the litmus test come before any proposal (D40, D41, D63, D291, D301). */
export const kind: Kind = {
  key: 'partnership',
  words: {
    en: {
      name: 'Partnerships',
      description:
        'Propose something joint to a site you have a real tie with; fine without a link in return.',
    },
    nl: {
      name: 'Samenwerkingen',
      description:
        'Iets gezamenlijks voorstellen aan een site waar je echt iets mee hebt; ook goed zonder link terug.',
    },
  },
  stages: [
    {
      key: 'found',
      words: {
        en: {
          name: 'Tie found',
          nextStep: 'Write down the tie and answer the two questions of the litmus test',
        },
        nl: {
          name: 'Raakvlak gevonden',
          nextStep: 'Leg vast wat jullie bindt en beantwoord de twee vragen van de lakmoesproef',
        },
      },
      whoMoves: 'us',
      stuckAfterDays: 14,
    },
    {
      key: 'reasoned',
      words: {
        en: { name: 'Reason recorded', nextStep: 'Choose the pages and write the proposal' },
        nl: { name: 'Reden vastgelegd', nextStep: "Kies de pagina's en schrijf het voorstel" },
      },
      whoMoves: 'us',
      stuckAfterDays: 10,
    },
    {
      key: 'proposed',
      words: {
        en: { name: 'Proposed', nextStep: 'Wait for their answer' },
        nl: { name: 'Voorgesteld', nextStep: 'Wacht op antwoord' },
      },
      whoMoves: 'them',
      stuckAfterDays: 14,
      needsApproval: 'site',
      isContact: true,
    },
    {
      key: 'discussing',
      words: {
        en: { name: 'In conversation', nextStep: 'Answer them' },
        nl: { name: 'In gesprek', nextStep: 'Beantwoord hun bericht' },
      },
      whoMoves: 'us',
      stuckAfterDays: 5,
    },
    {
      key: 'agreed',
      words: {
        en: { name: 'Agreed', nextStep: 'Do our part first' },
        nl: { name: 'Afgesproken', nextStep: 'Doe eerst ons deel' },
      },
      whoMoves: 'us',
      stuckAfterDays: 14,
      isAgreed: true,
    },
    {
      key: 'ours_done',
      words: {
        en: { name: 'Our part done', nextStep: 'Wait for their part' },
        nl: { name: 'Ons deel klaar', nextStep: 'Wacht op hun deel' },
      },
      whoMoves: 'them',
      stuckAfterDays: 21,
    },
    ...SEEN_STAGES,
  ],
  defaultStage: 'found',
  moves: {
    found: ['reasoned'],
    reasoned: ['proposed', 'found'],
    proposed: ['discussing', 'agreed', 'reasoned'],
    discussing: ['agreed', 'proposed'],
    agreed: ['ours_done', 'discussing'],
    ours_done: ['agreed'],
    live: [],
    differs: ['agreed'],
    removed: ['agreed'],
  },
  fields: [
    {
      key: 'occasion',
      type: 'long_text',
      words: {
        en: {
          name: 'What ties us',
          hint: 'As a sentence for the mail, such as: We both spoke at the Kiln Days in May.',
        },
        nl: {
          name: 'Wat ons bindt',
          hint: 'Als zin voor de mail, bijvoorbeeld: We stonden in mei allebei op de Ovendagen.',
        },
      },
    },
    {
      key: 'reason',
      type: 'choice',
      words: { en: { name: 'Reason' }, nl: { name: 'Reden' } },
      choices: [
        {
          key: 'shared_event',
          words: {
            en: { name: 'Shared event or sponsoring' },
            nl: { name: 'Gezamenlijk evenement of sponsoring' },
          },
        },
        {
          key: 'podcast_or_guest',
          words: { en: { name: 'Podcast or guest contribution' }, nl: { name: 'Podcast of gastbijdrage' } },
        },
        {
          key: 'tool_and_tutorial',
          words: { en: { name: 'Tool and tutorial' }, nl: { name: 'Tool en handleiding' } },
        },
        {
          key: 'case_studies',
          words: { en: { name: 'Case studies or testimonials' }, nl: { name: 'Cases of aanbevelingen' } },
        },
        {
          key: 'curated_hub',
          words: {
            en: { name: 'Curated hub or directory' },
            nl: { name: 'Samengestelde kennisbank of gids' },
          },
        },
        { key: 'other', words: { en: { name: 'Another reason' }, nl: { name: 'Een andere reden' } } },
      ],
    },
    {
      key: 'wouldLinkAnyway',
      type: 'yes_no',
      words: {
        en: { name: 'Would we link if they did not link back?' },
        nl: { name: 'Zouden we ook linken als zij niet terug linken?' },
      },
    },
    {
      key: 'readersGain',
      type: 'yes_no',
      words: {
        en: { name: 'Would readers gain without knowing of the other link?' },
        nl: { name: 'Heeft de lezer er iets aan, ook zonder van de andere link te weten?' },
      },
    },
    {
      key: 'format',
      type: 'choice',
      words: { en: { name: 'What we do together' }, nl: { name: 'Wat we samen doen' } },
      choices: [
        { key: 'article', words: { en: { name: 'Joint article' }, nl: { name: 'Gezamenlijk artikel' } } },
        { key: 'webinar', words: { en: { name: 'Webinar' }, nl: { name: 'Webinar' } } },
        {
          key: 'report',
          words: { en: { name: 'Report or research' }, nl: { name: 'Rapport of onderzoek' } },
        },
        { key: 'case_study', words: { en: { name: 'Case study' }, nl: { name: 'Klantcase' } } },
        {
          key: 'integration',
          words: { en: { name: 'Integration page' }, nl: { name: 'Pagina over de koppeling' } },
        },
        { key: 'other', words: { en: { name: 'Something else' }, nl: { name: 'Iets anders' } } },
      ],
    },
    {
      key: 'proposal',
      type: 'long_text',
      words: {
        en: { name: 'What we propose', hint: 'One or two sentences for the mail' },
        nl: { name: 'Wat we voorstellen', hint: 'Eén of twee zinnen voor de mail' },
      },
    },
    {
      key: 'theirGain',
      type: 'long_text',
      words: {
        en: { name: 'What their readers gain', hint: 'One sentence for the mail' },
        nl: { name: 'Wat hun lezers eraan hebben', hint: 'Eén zin voor de mail' },
      },
    },
    {
      key: 'ourPageUrl',
      type: 'url',
      words: {
        en: {
          name: 'Our page for a link to them',
          hint: 'Only where our reader gains; a different page than the one they link to',
        },
        nl: {
          name: 'Onze pagina voor een link naar hen',
          hint: 'Alleen waar onze lezer er iets aan heeft; een andere pagina dan waar zij naartoe linken',
        },
      },
    },
    {
      key: 'ourAnchor',
      type: 'text',
      words: { en: { name: 'Words of our link' }, nl: { name: 'Tekst van onze link' } },
    },
    {
      key: 'theirAnchor',
      type: 'text',
      words: { en: { name: 'Natural words for theirs' }, nl: { name: 'Natuurlijke tekst voor die van hen' } },
    },
    {
      key: 'dueOn',
      type: 'date',
      words: { en: { name: 'Our part due' }, nl: { name: 'Ons deel klaar op' } },
      onCalendar: 'due',
    },
    ...PAGE_FIELDS,
  ],
  required: {
    reasoned: ['occasion', 'reason', 'wouldLinkAnyway', 'readersGain'],
    proposed: [
      'site',
      'contact',
      'target_page',
      'occasion',
      'reason',
      'wouldLinkAnyway',
      'readersGain',
      'proposal',
      'theirGain',
    ],
    agreed: ['terms'],
  },
  losses: [
    {
      key: 'only_swap',
      words: { en: { name: 'Wanted a link for a link' }, nl: { name: 'Wilde alleen link voor link' } },
    },
    {
      key: 'litmus_failed',
      words: { en: { name: 'Failed the litmus test' }, nl: { name: 'Kwam niet door de lakmoesproef' } },
    },
    {
      key: 'site_wide',
      words: { en: { name: 'Became a link on every page' }, nl: { name: 'Werd een link op elke pagina' } },
    },
    { key: 'risk', words: { en: { name: 'Risk too high' }, nl: { name: 'Risico te groot' } } },
    ...USUAL_LOSSES,
  ],
  placement: { type: 'partnership', compensation: 'none' },
  onPlacement: TO_SEEN_STAGES,
  sequence: COLD_SEQUENCE,
  mails: COLD_MAILS,
};
