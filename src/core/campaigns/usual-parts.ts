import type { Loss, MailPurpose, OwnField, PlacementStages, SequenceMail, Stage } from './kind.js';

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

/** The stages only the state of the placement leads to: the link is live, it differs from what was agreed, it is gone (D281, D286). */
export const SEEN_STAGES: readonly Stage[] = [
  {
    key: 'live',
    words: {
      en: { name: 'Live', nextStep: 'Thank them; the link is watched from here on' },
      nl: { name: 'Live', nextStep: 'Bedank ze; de link wordt vanaf nu bewaakt' },
    },
    whoMoves: 'us',
    stuckAfterDays: 14,
    isWon: true,
    isSeen: true,
  },
  {
    key: 'differs',
    words: {
      en: { name: 'Differs', nextStep: 'Ask for what was agreed, or accept it as it is' },
      nl: { name: 'Wijkt af', nextStep: 'Vraag om wat is afgesproken, of accepteer het zo' },
    },
    whoMoves: 'us',
    stuckAfterDays: 7,
    isSeen: true,
  },
  {
    key: 'removed',
    words: {
      en: { name: 'Link gone', nextStep: 'Send the reclamation' },
      nl: { name: 'Link verdwenen', nextStep: 'Vraag of de link terug kan' },
    },
    whoMoves: 'us',
    stuckAfterDays: 7,
    isSeen: true,
  },
];

/** Where the placement leads in a kind with `SEEN_STAGES`. */
export const TO_SEEN_STAGES: PlacementStages = { live: 'live', differs: 'differs', removed: 'removed' };

/** One mail and two follow-ups, four and ten working days after the first (D277). */
export const COLD_SEQUENCE: readonly SequenceMail[] = [
  { purpose: 'first', afterWorkingDays: 0 },
  { purpose: 'follow_up_1', afterWorkingDays: 4 },
  { purpose: 'follow_up_2', afterWorkingDays: 6 },
];

/** The starter mails of such a sequence. */
export const COLD_MAILS: readonly MailPurpose[] = ['first', 'follow_up_1', 'follow_up_2'];
