import type { Kind } from '../kind.js';
import {
  COLD_MAILS,
  COLD_SEQUENCE,
  PAGE_FIELDS,
  SEEN_STAGES,
  TO_SEEN_STAGES,
  USUAL_LOSSES,
} from '../usual-parts.js';

/** Digital PR: a story with figures of our own for the press; the outlet decides whether it links (D36, D42, D292, D302). */
export const kind: Kind = {
  key: 'digital_pr',
  words: {
    en: { name: 'Digital PR', description: 'Bring a story with figures of your own to the press.' },
    nl: { name: 'Digitale pr', description: 'Een verhaal met eigen cijfers naar de pers brengen.' },
  },
  stages: [
    {
      key: 'listed',
      words: {
        en: { name: 'On the media list', nextStep: 'Find the angle for this outlet' },
        nl: { name: 'Op de medialijst', nextStep: 'Zoek de invalshoek voor dit medium' },
      },
      whoMoves: 'us',
      stuckAfterDays: 14,
    },
    {
      key: 'angled',
      words: {
        en: { name: 'Angle found', nextStep: 'Write the mail: the news comes first' },
        nl: { name: 'Invalshoek klaar', nextStep: 'Schrijf de mail: het nieuws staat vooraan' },
      },
      whoMoves: 'us',
      stuckAfterDays: 7,
      needsApproval: 'site',
    },
    {
      key: 'pitched',
      words: {
        en: { name: 'Pitched', nextStep: 'Wait for the reporter' },
        nl: { name: 'Aangeboden', nextStep: 'Wacht op de journalist' },
      },
      whoMoves: 'them',
      stuckAfterDays: 7,
      needsApproval: 'draft',
      isContact: true,
    },
    {
      key: 'interested',
      words: {
        en: { name: 'Interested', nextStep: 'Send the material and arrange the expert' },
        nl: { name: 'Geïnteresseerd', nextStep: 'Stuur het materiaal en regel de expert' },
      },
      whoMoves: 'us',
      stuckAfterDays: 2,
    },
    {
      key: 'mentioned',
      words: {
        en: { name: 'Covered without a link', nextStep: 'Thank them; ask for the source link, or leave it' },
        nl: {
          name: 'Gepubliceerd zonder link',
          nextStep: 'Bedank ze; vraag om een link naar de bron, of laat het zo',
        },
      },
      whoMoves: 'us',
      stuckAfterDays: 14,
    },
    {
      key: 'picked_up',
      words: {
        en: { name: 'Picked up', nextStep: 'Look for the coverage until it is seen' },
        nl: { name: 'Opgepikt', nextStep: 'Zoek de publicatie tot hij is gezien' },
      },
      whoMoves: 'them',
      stuckAfterDays: 30,
      isAgreed: true,
    },
    ...SEEN_STAGES,
  ],
  defaultStage: 'listed',
  moves: {
    listed: ['angled'],
    angled: ['pitched', 'listed'],
    pitched: ['interested', 'picked_up', 'mentioned', 'angled'],
    interested: ['picked_up', 'mentioned', 'pitched'],
    mentioned: ['picked_up', 'interested'],
    picked_up: ['mentioned', 'interested'],
    live: [],
    differs: ['picked_up'],
    removed: ['picked_up'],
  },
  fields: [
    {
      key: 'angle',
      type: 'long_text',
      words: {
        en: { name: 'Angle for this outlet', hint: 'Region, sector or reader: why it is news here' },
        nl: {
          name: 'Invalshoek voor dit medium',
          hint: 'Regio, branche of lezer: waarom het hier nieuws is',
        },
      },
    },
    {
      key: 'news',
      type: 'long_text',
      words: {
        en: { name: 'The news', hint: 'In one sentence; it opens the mail' },
        nl: { name: 'Het nieuws', hint: 'In één zin; daar begint de mail mee' },
      },
      shownFor: ['draft'],
    },
    {
      key: 'figure',
      type: 'text',
      words: { en: { name: 'Key figure' }, nl: { name: 'Belangrijkste cijfer' } },
      shownFor: ['draft'],
    },
    {
      key: 'method',
      type: 'text',
      words: {
        en: { name: 'Method and sample', hint: 'Such as: survey among 1,040 shop owners, March 2026' },
        nl: {
          name: 'Methode en steekproef',
          hint: 'Bijvoorbeeld: enquête onder 1.040 winkeliers, maart 2026',
        },
      },
      shownFor: ['draft'],
    },
    {
      key: 'release',
      type: 'long_text',
      words: {
        en: { name: 'Press release', hint: 'The text, or the address of the shared document' },
        nl: { name: 'Persbericht', hint: 'De tekst, of het adres van het gedeelde document' },
      },
      shownFor: ['draft'],
    },
    {
      key: 'releaseFiles',
      type: 'files',
      words: { en: { name: 'Files for the press' }, nl: { name: 'Bestanden voor de pers' } },
      shownFor: ['draft'],
    },
    {
      key: 'pressUrl',
      type: 'url',
      words: {
        en: { name: 'Page with the material', hint: 'Charts, photographs, tables' },
        nl: { name: 'Pagina met het materiaal', hint: "Grafieken, foto's, tabellen" },
      },
    },
    {
      key: 'expert',
      type: 'text',
      words: { en: { name: 'Expert available' }, nl: { name: 'Expert beschikbaar' } },
    },
    {
      key: 'expertTitle',
      type: 'text',
      words: { en: { name: 'Title of the expert' }, nl: { name: 'Functie van de expert' } },
    },
    {
      key: 'embargoOn',
      type: 'date',
      words: { en: { name: 'Embargo until' }, nl: { name: 'Embargo tot' } },
      onCalendar: 'deadline',
    },
    ...PAGE_FIELDS,
  ],
  required: {
    angled: ['site', 'angle'],
    pitched: ['contact', 'asset', 'news', 'figure', 'method'],
    picked_up: ['terms'],
  },
  losses: [
    { key: 'no_pickup', words: { en: { name: 'Not picked up' }, nl: { name: 'Niet opgepikt' } } },
    {
      key: 'spiked',
      words: { en: { name: 'Written, not published' }, nl: { name: 'Geschreven, niet geplaatst' } },
    },
    {
      key: 'mention_only',
      words: { en: { name: 'Covered without a link' }, nl: { name: 'Gepubliceerd zonder link' } },
    },
    {
      key: 'embargo_broken',
      words: { en: { name: 'News was out already' }, nl: { name: 'Nieuws was al bekend' } },
    },
    ...USUAL_LOSSES,
  ],
  placement: { type: 'digital_pr', compensation: 'none' },
  onPlacement: TO_SEEN_STAGES,
  sequence: COLD_SEQUENCE,
  mails: COLD_MAILS,
};
