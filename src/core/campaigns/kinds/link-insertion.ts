import type { Kind } from '../kind.js';
import {
  COLD_MAILS,
  COLD_SEQUENCE,
  PAGE_FIELDS,
  SEEN_STAGES,
  TO_SEEN_STAGES,
  USUAL_LOSSES,
} from '../usual-parts.js';

/** Link insertion: a paid link in an article that is there already; price, term and label in writing before anything is ordered (D294, D304, D218). */
export const kind: Kind = {
  key: 'link_insertion',
  words: {
    en: {
      name: 'Link insertion',
      description: 'Order a labelled link in an article they have already published.',
    },
    nl: {
      name: 'Betaalde linkplaatsing',
      description: 'Een gelabelde link bestellen in een artikel dat er al staat.',
    },
  },
  stages: [
    {
      key: 'found',
      words: {
        en: { name: 'Found', nextStep: 'Read the article: would a link help its reader?' },
        nl: { name: 'Gevonden', nextStep: 'Lees het artikel: heeft de lezer iets aan een link?' },
      },
      whoMoves: 'us',
      stuckAfterDays: 14,
    },
    {
      key: 'qualified',
      words: {
        en: { name: 'Qualified', nextStep: 'Ask what it costs, for how long, and how it is labelled' },
        nl: { name: 'Geschikt', nextStep: 'Vraag wat het kost, voor hoe lang en met welk label' },
      },
      whoMoves: 'us',
      stuckAfterDays: 10,
    },
    {
      key: 'asked',
      words: {
        en: { name: 'Quote asked', nextStep: 'Wait for the quote' },
        nl: { name: 'Offerte gevraagd', nextStep: 'Wacht op de offerte' },
      },
      whoMoves: 'them',
      stuckAfterDays: 14,
      needsApproval: 'site',
      isContact: true,
    },
    {
      key: 'quoted',
      words: {
        en: { name: 'Quoted', nextStep: 'Weigh price, term and label, or negotiate' },
        nl: { name: 'Offerte ontvangen', nextStep: 'Weeg prijs, looptijd en label af, of onderhandel' },
      },
      whoMoves: 'us',
      stuckAfterDays: 7,
    },
    {
      key: 'negotiating',
      words: {
        en: { name: 'Negotiating', nextStep: 'Wait for their answer' },
        nl: { name: 'In onderhandeling', nextStep: 'Wacht op antwoord' },
      },
      whoMoves: 'them',
      stuckAfterDays: 10,
    },
    {
      key: 'confirmed',
      words: {
        en: { name: 'Agreed in writing', nextStep: 'Order it' },
        nl: { name: 'Schriftelijk akkoord', nextStep: 'Bestel het' },
      },
      whoMoves: 'us',
      stuckAfterDays: 5,
    },
    {
      key: 'ordered',
      words: {
        en: { name: 'Ordered', nextStep: 'Wait until the link stands' },
        nl: { name: 'Besteld', nextStep: 'Wacht tot de link er staat' },
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
    qualified: ['asked', 'found'],
    asked: ['quoted', 'qualified'],
    quoted: ['negotiating', 'confirmed', 'asked'],
    negotiating: ['quoted', 'confirmed'],
    confirmed: ['ordered', 'quoted'],
    ordered: ['confirmed'],
    live: [],
    differs: ['ordered'],
    removed: ['ordered'],
  },
  fields: [
    {
      key: 'price',
      type: 'money',
      words: { en: { name: 'Price', hint: 'Without VAT' }, nl: { name: 'Prijs', hint: 'Zonder btw' } },
    },
    {
      key: 'termMonths',
      type: 'number',
      words: {
        en: { name: 'Term in months', hint: '0 = for as long as the page exists' },
        nl: { name: 'Looptijd in maanden', hint: '0 = zolang de pagina bestaat' },
      },
      min: 0,
      max: 600,
    },
    { key: 'startsOn', type: 'date', words: { en: { name: 'From' }, nl: { name: 'Vanaf' } } },
    {
      key: 'endsOn',
      type: 'date',
      words: { en: { name: 'Until' }, nl: { name: 'Tot en met' } },
      onCalendar: 'end',
    },
    {
      key: 'label',
      type: 'choice',
      words: {
        en: { name: 'Label of the link', hint: 'A paid link needs sponsored or nofollow' },
        nl: { name: 'Label van de link', hint: 'Een betaalde link hoort sponsored of nofollow te zijn' },
      },
      choices: [
        { key: 'sponsored', words: { en: { name: 'rel="sponsored"' }, nl: { name: 'rel="sponsored"' } } },
        { key: 'nofollow', words: { en: { name: 'rel="nofollow"' }, nl: { name: 'rel="nofollow"' } } },
      ],
    },
    {
      key: 'agreement',
      type: 'text',
      words: {
        en: { name: 'Where it is written', hint: 'Such as: mail of 3 March from the editor' },
        nl: { name: 'Waar het zwart-op-wit staat', hint: 'Bijvoorbeeld: mail van 3 maart van de redactie' },
      },
    },
    {
      key: 'paymentMethod',
      type: 'choice',
      words: { en: { name: 'Paid by' }, nl: { name: 'Betaling via' } },
      choices: [
        { key: 'bank_transfer', words: { en: { name: 'Bank transfer' }, nl: { name: 'Overboeking' } } },
        { key: 'card', words: { en: { name: 'Card' }, nl: { name: 'Creditcard' } } },
        { key: 'paypal', words: { en: { name: 'PayPal' }, nl: { name: 'PayPal' } } },
        { key: 'other', words: { en: { name: 'Other' }, nl: { name: 'Anders' } } },
      ],
    },
    {
      key: 'passage',
      type: 'long_text',
      words: {
        en: { name: 'Passage for the link', hint: 'The sentence of the article in which the link may stand' },
        nl: { name: 'Passage voor de link', hint: 'De zin in het artikel waar de link in kan' },
      },
    },
    {
      key: 'anchor',
      type: 'text',
      words: { en: { name: 'Proposed anchor' }, nl: { name: 'Voorgestelde ankertekst' } },
    },
    ...PAGE_FIELDS,
  ],
  required: {
    asked: ['site', 'contact', 'pageUrl'],
    quoted: ['price'],
    confirmed: ['price', 'termMonths', 'label', 'agreement'],
    ordered: ['price', 'termMonths', 'label', 'agreement', 'terms'],
  },
  losses: [
    { key: 'too_expensive', words: { en: { name: 'Too expensive' }, nl: { name: 'Te duur' } } },
    {
      key: 'label_declined',
      words: { en: { name: 'Refused the label' }, nl: { name: 'Weigert het label' } },
    },
    { key: 'term_too_short', words: { en: { name: 'Term too short' }, nl: { name: 'Looptijd te kort' } } },
    {
      key: 'never_placed',
      words: { en: { name: 'Ordered, never placed' }, nl: { name: 'Besteld, nooit geplaatst' } },
    },
    ...USUAL_LOSSES,
  ],
  placement: { type: 'link_insertion', compensation: 'money' },
  onPlacement: TO_SEEN_STAGES,
  sequence: COLD_SEQUENCE,
  mails: [...COLD_MAILS, 'order'],
};
