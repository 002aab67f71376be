import { readMailAddress } from '../contacts/mail-address.js';
import { provenOrder, readMoment } from './read-moment.js';
import { readNumber } from './read-number.js';

/** What the cells of a column look like, whatever its header says. */
export type ColumnKind = 'address' | 'site' | 'mail' | 'moment' | 'number' | 'text' | 'empty';

const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/i;
const SITE = /^[\p{L}\p{N}][\p{L}\p{N}.-]{0,251}\.[\p{L}]{2,24}\/?$/u;
const LONGEST = 4000;

const TESTS: readonly (readonly [ColumnKind, (cell: string) => boolean])[] = [
  ['address', (cell) => ADDRESS.test(cell)],
  ['mail', (cell) => cell.includes('@') && readMailAddress(cell).ok],
  ['site', (cell) => SITE.test(cell)],
  ['number', (cell) => readNumber(cell, { decimal: 'point', isCount: false }).ok],
  [
    'moment',
    (cell) =>
      provenOrder(cell) !== null || readMoment(cell, { dateOrder: 'day_first', hasSerials: false }).ok,
  ],
];

/** Says what a column holds: all its filled cells must agree, or it is text. */
export function columnKind(rows: readonly (readonly string[])[], column: number): ColumnKind {
  const cells = rows.map((row) => row[column]?.trim() ?? '').filter((cell) => cell !== '');
  if (cells.length === 0) return 'empty';
  if (cells.some((cell) => cell.length > LONGEST)) return 'text';
  return TESTS.find(([, fits]) => cells.every(fits))?.[0] ?? 'text';
}
