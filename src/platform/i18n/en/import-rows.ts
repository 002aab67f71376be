import type { RowCode } from '../../../core/imports/row-codes.js';

/** Why a row of an import cannot be taken or brings nothing, and what to do about it. */
export const importRows: Readonly<Record<RowCode, string>> = {
  missing: 'The column for {field} is empty: fill it in.',
  not_an_address: '“{text}” is not the address of a web page: give one that begins with https:// or http://.',
  not_a_site: '“{text}” is no domain or address of a site: correct it.',
  not_a_mail_address: '“{text}” is no mail address: correct it, or leave it empty.',
  too_long: 'The cell for {field} is too long: 4,000 characters are kept at most.',
  unknown_word: '“{text}” is no word for {field} that is known here: see the guide for the list.',
  unreadable_day: '“{text}” is no day: write it as 2026-11-20.',
  ambiguous_day:
    '“{text}” could be two different days: write it as 2026-11-20, or say which comes first in this file, the day or the month.',
  unreadable_number: '“{text}” is no number for {field}: correct it.',
  ambiguous_number:
    '“{text}” could be two different numbers: say whether this file writes decimals with a point or a comma.',
  unreadable_yes_no: '“{text}” is neither yes nor no: correct {field}.',
  control_character: 'The cell for {field} holds characters that cannot be shown: type it again.',
  too_many_cells:
    'The row has more cells than the header has columns: look for a separator that stands inside a text.',
  unclosed_quote: 'A quotation mark is opened here and never closed: close it.',
  stray_quote: 'A quotation mark stands in the middle of a cell: double it, or take it out.',
  record_too_long:
    'The row is longer than a million characters: look for a quotation mark that is never closed.',
  too_many_columns: 'The row has more columns than can be read.',
  unknown_brand: 'No brand is called “{text}”: add it to its client first, or correct the name.',
  brand_needed:
    'It cannot be told which brand “{text}” belongs to: add a column for the brand, or choose one for the whole file.',
  unknown_owner: 'Nobody in the team is called “{text}” or has it as mail address.',
  no_web_address: 'One of the two ends is not the address of a web page.',
  empty_row: 'The row is empty.',
  own_site: 'The link stands on the brand’s own site: it is no link from others.',
  internal_link: 'The link does not leave its site.',
  mention: 'The page mentions the address without linking to it.',
  not_a_link: 'This is a relation between pages, such as a canonical address or a feed, and no link.',
  not_own_site: 'The page is not on the brand’s own site.',
  'contact.nameless':
    'The row has neither a mail address nor a name at a site that a person could be known by.',
  'contact.address_invalid': 'The mail address cannot be one: correct it.',
  'contact.address_erased': 'This person was erased at their own wish and is not taken in again.',
  other: 'The row could not be taken.',
};
