import type { Kind } from '../kind.js';
import {
  COLD_MAILS,
  COLD_SEQUENCE,
  PAGE_FIELDS,
  SEEN_STAGES,
  TO_SEEN_STAGES,
  USUAL_LOSSES,
} from '../usual-parts.js';

/** Directories and listings: a complete, correct entry where people really look (D11, D293, D303). */
export const kind: Kind = {
  key: 'directory',
  words: {
    en: {
      name: 'Directories',
      description: 'Get a complete and correct entry in a directory people really use.',
    },
    nl: {
      name: 'Bedrijvengidsen',
      description: 'Een volledige, kloppende vermelding krijgen in een gids die mensen echt gebruiken.',
    },
  },
  stages: [
    {
      key: 'found',
      words: {
        en: { name: 'Found', nextStep: 'Judge it: curated, in our field, alive?' },
        nl: { name: 'Gevonden', nextStep: 'Beoordeel de gids: geredigeerd, in ons vak, levend?' },
      },
      whoMoves: 'us',
      stuckAfterDays: 14,
    },
    {
      key: 'qualified',
      words: {
        en: { name: 'Qualified', nextStep: 'Prepare the entry' },
        nl: { name: 'Geschikt', nextStep: 'Stel de vermelding op' },
      },
      whoMoves: 'us',
      stuckAfterDays: 10,
    },
    {
      key: 'submitted',
      words: {
        en: { name: 'Submitted', nextStep: 'Wait for their review' },
        nl: { name: 'Aangemeld', nextStep: 'Wacht op hun beoordeling' },
      },
      whoMoves: 'them',
      stuckAfterDays: 21,
      needsApproval: 'site',
      isContact: true,
    },
    {
      key: 'questions',
      words: {
        en: { name: 'They have a question', nextStep: 'Answer or complete the entry' },
        nl: { name: 'Ze hebben een vraag', nextStep: 'Geef antwoord of vul de vermelding aan' },
      },
      whoMoves: 'us',
      stuckAfterDays: 4,
    },
    {
      key: 'accepted',
      words: {
        en: { name: 'Accepted', nextStep: 'Check name, address and telephone number once it stands' },
        nl: { name: 'Geaccepteerd', nextStep: 'Controleer naam, adres en telefoonnummer zodra hij er staat' },
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
    qualified: ['submitted', 'found'],
    submitted: ['questions', 'accepted', 'qualified'],
    questions: ['submitted', 'accepted'],
    accepted: ['submitted'],
    live: [],
    differs: ['accepted'],
    removed: ['accepted'],
  },
  fields: [
    {
      key: 'guidelinesUrl',
      type: 'url',
      words: { en: { name: 'Their criteria' }, nl: { name: 'Hun criteria' } },
    },
    { key: 'category', type: 'text', words: { en: { name: 'Category' }, nl: { name: 'Rubriek' } } },
    {
      key: 'listingName',
      type: 'text',
      words: { en: { name: 'Name as listed' }, nl: { name: 'Naam in de vermelding' } },
    },
    {
      key: 'listingAddress',
      type: 'long_text',
      words: { en: { name: 'Address as listed' }, nl: { name: 'Adres in de vermelding' } },
    },
    {
      key: 'listingPhone',
      type: 'text',
      words: { en: { name: 'Telephone as listed' }, nl: { name: 'Telefoonnummer in de vermelding' } },
    },
    {
      key: 'description',
      type: 'long_text',
      words: {
        en: { name: 'Description', hint: 'Facts, no slogans' },
        nl: { name: 'Omschrijving', hint: 'Feiten, geen slogans' },
      },
    },
    {
      key: 'fitsBecause',
      type: 'long_text',
      words: {
        en: { name: 'Why it meets their criteria', hint: 'One sentence for the mail' },
        nl: { name: 'Waarom het aan hun criteria voldoet', hint: 'Eén zin voor de mail' },
      },
    },
    {
      key: 'cost',
      type: 'money',
      words: {
        en: { name: 'Cost', hint: 'Of the entry a year, if any' },
        nl: { name: 'Kosten', hint: 'Van de vermelding per jaar, als die er zijn' },
      },
    },
    {
      key: 'asksLinkBack',
      type: 'yes_no',
      words: {
        en: { name: 'Asks for a link back', hint: 'A red flag' },
        nl: { name: 'Vraagt een link terug', hint: 'Een slecht teken' },
      },
    },
    {
      key: 'recheckOn',
      type: 'date',
      words: { en: { name: 'Check the entry again' }, nl: { name: 'Vermelding opnieuw nakijken' } },
      onCalendar: 'due',
    },
    ...PAGE_FIELDS,
  ],
  required: {
    qualified: ['asksLinkBack'],
    submitted: ['site', 'target_page', 'category', 'listingName', 'description', 'fitsBecause'],
    accepted: ['terms'],
  },
  losses: [
    { key: 'rejected', words: { en: { name: 'Rejected' }, nl: { name: 'Geweigerd' } } },
    {
      key: 'asks_link_back',
      words: { en: { name: 'Requires a link back' }, nl: { name: 'Eist een link terug' } },
    },
    {
      key: 'paid_unlabelled',
      words: { en: { name: 'Paid without a label' }, nl: { name: 'Betaald zonder label' } },
    },
    {
      key: 'dead_directory',
      words: { en: { name: 'Nobody uses it' }, nl: { name: 'Niemand gebruikt hem' } },
    },
    ...USUAL_LOSSES,
  ],
  placement: { type: 'directory', compensation: 'none' },
  onPlacement: TO_SEEN_STAGES,
  sequence: COLD_SEQUENCE,
  mails: COLD_MAILS,
};
