import type { Kind } from '../kind.js';
import {
  COLD_MAILS,
  COLD_SEQUENCE,
  PAGE_FIELDS,
  SEEN_STAGES,
  TO_SEEN_STAGES,
  USUAL_LOSSES,
} from '../usual-parts.js';

/** Unlinked mentions: they write about the brand already; a link saves their readers a search (D38, D290, D300). */
export const kind: Kind = {
  key: 'unlinked_mention',
  words: {
    en: {
      name: 'Unlinked mentions',
      description: 'They already write about you. Ask whether the name may become a link.',
    },
    nl: {
      name: 'Vermeldingen zonder link',
      description: 'Ze schrijven al over je. Vraag of de naam een link mag worden.',
    },
  },
  stages: [
    {
      key: 'found',
      words: {
        en: {
          name: 'Mention found',
          nextStep: 'Read it: is it genuine and positive, and is there no link elsewhere on the page?',
        },
        nl: {
          name: 'Vermelding gevonden',
          nextStep: 'Lees hem: is hij echt en positief, en staat er elders op de pagina geen link?',
        },
      },
      whoMoves: 'us',
      stuckAfterDays: 14,
    },
    {
      key: 'confirmed',
      words: {
        en: { name: 'Confirmed', nextStep: 'Find the author or editor and write the mail' },
        nl: { name: 'Bevestigd', nextStep: 'Zoek de auteur of redacteur en schrijf de mail' },
      },
      whoMoves: 'us',
      stuckAfterDays: 10,
    },
    {
      key: 'asked',
      words: {
        en: { name: 'Asked', nextStep: 'Wait for their answer' },
        nl: { name: 'Gevraagd', nextStep: 'Wacht op antwoord' },
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
        en: { name: 'Link promised', nextStep: 'Wait until the page is changed' },
        nl: { name: 'Link toegezegd', nextStep: 'Wacht tot de pagina is aangepast' },
      },
      whoMoves: 'them',
      stuckAfterDays: 14,
      isAgreed: true,
    },
    ...SEEN_STAGES,
  ],
  defaultStage: 'found',
  moves: {
    found: ['confirmed'],
    confirmed: ['asked', 'found'],
    asked: ['replied', 'promised', 'confirmed'],
    replied: ['promised', 'asked'],
    promised: ['replied'],
    live: [],
    differs: ['promised'],
    removed: ['promised'],
  },
  fields: [
    {
      key: 'sentence',
      type: 'long_text',
      words: {
        en: { name: 'Sentence with the mention', hint: 'Word for word, so that they find it at once' },
        nl: { name: 'Zin met de vermelding', hint: 'Woord voor woord, zodat ze hem meteen vinden' },
      },
    },
    {
      key: 'mentionedOn',
      type: 'date',
      words: { en: { name: 'Date of the page' }, nl: { name: 'Datum van de pagina' } },
    },
    { key: 'author', type: 'text', words: { en: { name: 'Author' }, nl: { name: 'Auteur' } } },
    {
      key: 'tone',
      type: 'choice',
      words: { en: { name: 'How they write about us' }, nl: { name: 'Hoe ze over ons schrijven' } },
      choices: [
        { key: 'positive', words: { en: { name: 'Positive' }, nl: { name: 'Positief' } } },
        { key: 'neutral', words: { en: { name: 'Neutral' }, nl: { name: 'Neutraal' } } },
        { key: 'negative', words: { en: { name: 'Negative' }, nl: { name: 'Negatief' } } },
      ],
    },
    {
      key: 'linkedElsewhere',
      type: 'yes_no',
      words: {
        en: { name: 'A link to us elsewhere on the page' },
        nl: { name: 'Elders op de pagina al een link naar ons' },
      },
    },
    {
      key: 'snapshot',
      type: 'files',
      words: { en: { name: 'Picture of the page' }, nl: { name: 'Afbeelding van de pagina' } },
    },
    {
      key: 'readerGain',
      type: 'long_text',
      words: {
        en: { name: 'What the link gives their reader', hint: 'One sentence for the mail' },
        nl: { name: 'Wat hun lezer aan de link heeft', hint: 'Eén zin voor de mail' },
      },
    },
    ...PAGE_FIELDS,
  ],
  required: {
    confirmed: ['pageUrl', 'sentence', 'tone', 'linkedElsewhere'],
    asked: ['site', 'contact', 'target_page', 'sentence'],
    promised: ['terms'],
  },
  losses: [
    {
      key: 'policy',
      words: { en: { name: 'They never link out' }, nl: { name: 'Linkt nooit naar buiten' } },
    },
    { key: 'syndicated', words: { en: { name: 'Syndicated copy' }, nl: { name: 'Overgenomen kopie' } } },
    { key: 'negative', words: { en: { name: 'Negative context' }, nl: { name: 'Negatieve context' } } },
    {
      key: 'linked_already',
      words: { en: { name: 'Linked already' }, nl: { name: 'Er staat al een link' } },
    },
    ...USUAL_LOSSES,
  ],
  placement: { type: 'unlinked_mention', compensation: 'none' },
  onPlacement: TO_SEEN_STAGES,
  sequence: COLD_SEQUENCE,
  mails: COLD_MAILS,
};
