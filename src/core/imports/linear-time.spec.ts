import { describe, expect, it } from '@jest/globals';
import { columnKind } from './column-kind.js';
import { foldHeader } from './fold-header.js';
import { headerRow } from './header-row.js';
import { lostReason } from './lost-reasons.js';
import { readMoment } from './read-moment.js';
import { readNumber } from './read-number.js';
import { readPrice } from './read-price.js';
import { recordReader } from './read-record.js';
import { recognise } from './recognise.js';

const PUMPS = [
  '1',
  '1,',
  '1.',
  ' ',
  '\t',
  '/',
  '-',
  ':',
  'a',
  'a ',
  '.a',
  '@',
  'a@',
  '"',
  '“',
  '́',
  '1 1',
  'é',
  '😀',
  '%',
  'http://',
  '\u00a0',
  "'",
  '1-1-',
  'de ',
  '|',
  ';',
  '\u0000',
  '年',
  '#',
];
const DIALECT = { decimal: 'unknown', dateOrder: 'unknown', hasSerials: false } as const;
const read = recordReader({
  content: 'contacts',
  mapping: {
    site: 0,
    email: 0,
    notes: 0,
    tags: 0,
    price: 0,
    rel_policy: 0,
    words: 0,
    last_contacted: 0,
    language: 0,
    'metric.moz.domain_authority': 0,
  },
  headers: ['x'],
  dialect: DIALECT,
  defaults: { type: 'guest_post', compensation: 'none' },
});

const READERS: readonly (readonly [string, (text: string) => unknown])[] = [
  ['days', (text) => readMoment(text, DIALECT)],
  ['numbers', (text) => readNumber(text, { decimal: 'unknown', isCount: false })],
  ['prices', (text) => readPrice(text, { decimal: 'unknown', currency: 'EUR' })],
  ['headers', (text) => headerRow([[foldHeader(text)], [text]], () => false)],
  ['kinds of columns', (text) => columnKind([[text]], 0)],
  ['reasons', lostReason],
  ['tables', (text) => recognise({ headers: [text, 'Domain'], sample: [[text, text]], hasHeader: true })],
  ['rows', (text) => read([text])],
];

/** The least of three timings of one reading, in milliseconds: what else the machine does only adds. */
function least(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe('a megabyte of any pattern is read in a time that grows with its length alone', () => {
  it.each(READERS)('%s', (_, reader) => {
    for (const pump of PUMPS) {
      const text = pump.repeat(1_000_000 / pump.length);
      // Quadratic time would take minutes for a megabyte.
      expect(least(() => reader(text))).toBeLessThan(2_000);
    }
  });
});
