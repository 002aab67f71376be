import type { RowFault } from '../../../core/imports/read-row.js';

/** Why a row of an import cannot be taken, and what to do about it. */
export const importRows: Readonly<Record<RowFault, string>> = {
  missing: 'The column for {field} is empty: fill it in.',
  not_an_address: '“{text}” is not the address of a web page: give one that begins with https:// or http://.',
  too_long: 'The cell for {field} is too long: 4,000 characters are kept at most.',
  unknown_word: '“{text}” is no word for {field} that is known here: see the guide for the list.',
  unreadable_day: '“{text}” is no day: write it as 2026-11-20.',
  ambiguous_day: '“{text}” could be two different days: write it as 2026-11-20.',
  unknown_brand: 'No brand is called “{text}”: add it to its client first, or correct the name.',
  brand_needed:
    'It cannot be told which brand “{text}” belongs to: add a column for the brand, or choose one for the whole file.',
  unknown_owner: 'Nobody in the team is called “{text}” or has it as mail address.',
  control_character: 'The cell for {field} holds characters that cannot be shown: type it again.',
};
