import type { Kind } from '../kind.js';
import {
  COLD_MAILS,
  COLD_SEQUENCE,
  PAGE_FIELDS,
  SEEN_STAGES,
  TO_SEEN_STAGES,
  USUAL_LOSSES,
} from '../usual-parts.js';

/** Broken link building: tell them of a dead link on their page and offer a page that takes its place (D34, D288, D298). */
export const kind: Kind = {
  key: 'broken_link',
  words: {
    en: {
      name: 'Broken links',
      description: 'Report a dead link on their page and offer a page that does what the old one did.',
    },
    nl: {
      name: 'Kapotte links',
      description: 'Een dode link op hun pagina melden en een pagina aanbieden die doet wat de oude deed.',
    },
  },
  stages: [
    {
      key: 'found',
      words: {
        en: { name: 'Dead link found', nextStep: 'Prove it: check the dead page on two different days' },
        nl: {
          name: 'Dode link gevonden',
          nextStep: 'Bewijs het: controleer de dode pagina op twee verschillende dagen',
        },
      },
      whoMoves: 'us',
      stuckAfterDays: 7,
    },
    {
      key: 'proven',
      words: {
        en: { name: 'Proven', nextStep: 'Find out what stood there and match a page of ours' },
        nl: {
          name: 'Bewezen',
          nextStep: 'Zoek uit wat er stond en kies een pagina van ons die het vervangt',
        },
      },
      whoMoves: 'us',
      stuckAfterDays: 10,
    },
    {
      key: 'matched',
      words: {
        en: { name: 'Replacement ready', nextStep: 'Find who looks after the page and write the mail' },
        nl: { name: 'Vervanging klaar', nextStep: 'Zoek wie de pagina beheert en schrijf de mail' },
      },
      whoMoves: 'us',
      stuckAfterDays: 10,
      needsApproval: 'site',
    },
    {
      key: 'reported',
      words: {
        en: { name: 'Reported', nextStep: 'Wait for their answer' },
        nl: { name: 'Gemeld', nextStep: 'Wacht op antwoord' },
      },
      whoMoves: 'them',
      stuckAfterDays: 14,
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
        en: { name: 'Replacement promised', nextStep: 'Wait until the page is changed' },
        nl: { name: 'Vervanging toegezegd', nextStep: 'Wacht tot de pagina is aangepast' },
      },
      whoMoves: 'them',
      stuckAfterDays: 14,
      isAgreed: true,
    },
    ...SEEN_STAGES,
  ],
  defaultStage: 'found',
  moves: {
    found: ['proven'],
    proven: ['matched', 'found'],
    matched: ['reported', 'proven'],
    reported: ['replied', 'promised', 'matched'],
    replied: ['promised', 'reported'],
    promised: ['replied'],
    live: [],
    differs: ['promised'],
    removed: ['promised'],
  },
  fields: [
    {
      key: 'deadUrl',
      type: 'url',
      words: {
        en: { name: 'Dead page', hint: 'The exact address their link leads to' },
        nl: { name: 'Dode pagina', hint: 'Het precieze adres waar hun link naartoe gaat' },
      },
    },
    {
      key: 'proof',
      type: 'proof',
      words: {
        en: { name: 'Proof that it is dead', hint: 'Found dead on two different days' },
        nl: { name: 'Bewijs dat hij dood is', hint: 'Op twee verschillende dagen dood gevonden' },
      },
      proves: 'deadUrl',
    },
    {
      key: 'deadAnchor',
      type: 'text',
      words: { en: { name: 'Words of the dead link' }, nl: { name: 'Tekst van de dode link' } },
    },
    {
      key: 'deadPlace',
      type: 'text',
      words: {
        en: {
          name: 'Where it stands',
          hint: 'So that they find it at once, such as "under Further reading"',
        },
        nl: { name: 'Waar hij staat', hint: 'Zodat ze hem meteen vinden, bijvoorbeeld "onder Meer lezen"' },
      },
    },
    {
      key: 'oldContent',
      type: 'long_text',
      words: {
        en: {
          name: 'What it used to be',
          hint: 'As seen in a web archive, in a few words, such as: a table of firing temperatures',
        },
        nl: {
          name: 'Wat er vroeger stond',
          hint: 'Zoals te zien in een webarchief, in een paar woorden, bijvoorbeeld: een tabel met stooktemperaturen',
        },
      },
    },
    {
      key: 'archiveUrl',
      type: 'url',
      words: { en: { name: 'Copy in a web archive' }, nl: { name: 'Kopie in een webarchief' } },
    },
    {
      key: 'whyMatches',
      type: 'long_text',
      words: {
        en: { name: 'Why our page replaces it', hint: 'One sentence for the mail' },
        nl: { name: 'Waarom onze pagina het vervangt', hint: 'Eén zin voor de mail' },
      },
    },
    {
      key: 'otherDeadUrls',
      type: 'list',
      words: {
        en: { name: 'Other dead links on the page', hint: 'Mentioned as a service' },
        nl: { name: 'Andere dode links op de pagina', hint: 'Die noemen we erbij, als service' },
      },
    },
    ...PAGE_FIELDS,
  ],
  required: {
    proven: ['deadUrl', 'proof', 'pageUrl'],
    matched: ['target_page', 'oldContent', 'whyMatches'],
    reported: ['site', 'contact', 'proof'],
    promised: ['terms'],
  },
  losses: [
    { key: 'fixed_already', words: { en: { name: 'Link already fixed' }, nl: { name: 'Link al hersteld' } } },
    {
      key: 'only_removed',
      words: { en: { name: 'Dead link only removed' }, nl: { name: 'Dode link alleen weggehaald' } },
    },
    {
      key: 'replaced_by_other',
      words: { en: { name: 'Replaced by another page' }, nl: { name: 'Vervangen door een andere pagina' } },
    },
    {
      key: 'page_unmaintained',
      words: { en: { name: 'Nobody looks after the page' }, nl: { name: 'Niemand onderhoudt de pagina' } },
    },
    {
      key: 'not_dead',
      words: { en: { name: 'The page works again' }, nl: { name: 'De pagina werkt weer' } },
    },
    ...USUAL_LOSSES,
  ],
  placement: { type: 'broken_link', compensation: 'none' },
  onPlacement: TO_SEEN_STAGES,
  sequence: COLD_SEQUENCE,
  mails: COLD_MAILS,
};
