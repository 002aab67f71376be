import type { Loss, OwnField } from './kind.js';

/** The page of theirs that a pitch is about; every kind has these fields, because every mail is about a page somebody has read (D296). */
export const PAGE_FIELDS: readonly OwnField[] = [
  {
    key: 'pageUrl',
    type: 'url',
    words: {
      en: { name: 'Their page', hint: 'The page of theirs the mail speaks of' },
      nl: { name: 'Hun pagina', hint: 'De pagina van hen waar de mail over gaat' },
    },
  },
  {
    key: 'pageTitle',
    type: 'text',
    words: { en: { name: 'Title of their page' }, nl: { name: 'Titel van hun pagina' } },
  },
  {
    key: 'observation',
    type: 'long_text',
    words: {
      en: {
        name: 'What you noticed',
        hint: 'One specific thing about their page, as a sentence that can stand in a mail',
      },
      nl: {
        name: 'Wat je opviel',
        hint: 'Eén concrete observatie over hun pagina, als zin die zo in een mail kan staan',
      },
    },
  },
];

/** Reasons every kind knows, because the program itself uses them (D281). */
export const NEEDED_LOSSES = [
  'no_reply',
  'declined',
  'bounced',
  'opted_out',
  'withdrawn_by_us',
  'other',
] as const;

/** Why any pitch may be lost, whatever its kind (D281). */
export const USUAL_LOSSES: readonly Loss[] = [
  { key: 'no_reply', words: { en: { name: 'No reply' }, nl: { name: 'Geen reactie' } } },
  { key: 'declined', words: { en: { name: 'Declined' }, nl: { name: 'Afgewezen' } } },
  {
    key: 'asked_payment',
    words: {
      en: { name: 'Asked for payment, we declined' },
      nl: { name: 'Vroeg geld, daar deden we niet aan mee' },
    },
  },
  {
    key: 'not_qualified',
    words: { en: { name: 'Not a fit after all' }, nl: { name: 'Past bij nader inzien niet' } },
  },
  {
    key: 'no_contact',
    words: { en: { name: 'No contact found' }, nl: { name: 'Geen contactpersoon gevonden' } },
  },
  { key: 'bounced', words: { en: { name: 'Mail bounced' }, nl: { name: 'Mail kwam niet aan' } } },
  { key: 'opted_out', words: { en: { name: 'Asked not to be mailed' }, nl: { name: 'Wil geen mail meer' } } },
  { key: 'duplicate', words: { en: { name: 'Already handled elsewhere' }, nl: { name: 'Loopt al elders' } } },
  { key: 'client_refused', words: { en: { name: 'Client refused' }, nl: { name: 'Klant keurde het af' } } },
  {
    key: 'withdrawn_by_us',
    words: { en: { name: 'Withdrawn by us' }, nl: { name: 'Door ons ingetrokken' } },
  },
  {
    key: 'link_gone',
    words: { en: { name: 'Link gone, not restored' }, nl: { name: 'Link verdwenen, niet hersteld' } },
  },
  { key: 'other', words: { en: { name: 'Other, see the note' }, nl: { name: 'Anders, zie de notitie' } } },
];
