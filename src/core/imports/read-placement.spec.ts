import { describe, expect, it } from '@jest/globals';
import { recordReader } from './read-record.js';
import type { CellFault, PlacementRecord } from './record.js';

const FIELDS = [
  'source_url',
  'target_url',
  'brand',
  'type',
  'compensation',
  'rel',
  'anchor',
  'match',
  'label',
  'due_on',
  'agreed_on',
  'agreed_with',
  'owner',
  'notes',
  'price',
] as const;
type Field = (typeof FIELDS)[number];

const read = recordReader({
  content: 'placements',
  mapping: Object.fromEntries(FIELDS.map((field, index) => [field, index])),
  headers: FIELDS,
  dialect: { decimal: 'unknown', dateOrder: 'unknown', hasSerials: false },
  defaults: { type: 'guest_post', compensation: 'none' },
});

function reading(cells: Partial<Record<Field, string>>) {
  const full: Partial<Record<Field, string>> = {
    source_url: 'https://blog.example/a',
    target_url: 'https://shop.example/',
    ...cells,
  };
  return read(FIELDS.map((field) => full[field] ?? ''));
}

describe('a row of placements', () => {
  it.each<[string, Partial<Record<Field, string>>, Partial<PlacementRecord>]>([
    [
      'an empty cell takes the default',
      { type: '', compensation: ' ' },
      { type: 'guest_post', compensation: 'none' },
    ],
    [
      'an empty term was not agreed',
      { rel: '', anchor: '' },
      { rel: null, anchor: null, match: null, label: null },
    ],
    [
      'our own words',
      { type: 'link_insertion', rel: 'sponsored', match: 'same_site' },
      { type: 'link_insertion', rel: 'sponsored', match: 'same_site' },
    ],
    [
      'words of other tools',
      { type: 'Guest post', rel: 'DoFollow', compensation: 'Paid' },
      { type: 'guest_post', rel: 'follow', compensation: 'money' },
    ],
    [
      'Dutch words',
      { type: 'gastblog', compensation: 'linkruil' },
      { type: 'guest_post', compensation: 'link_in_return' },
    ],
    ['the label of the own network', { label: 'own network' }, { label: 'own_network' }],
    [
      'an address without a scheme is https',
      { source_url: 'www.blog.example/a' },
      { sourceUrl: 'https://www.blog.example/a' },
    ],
    [
      'a host with a port is no scheme',
      { source_url: 'blog.example:8080/a' },
      { sourceUrl: 'https://blog.example:8080/a' },
    ],
    ['a day in Dutch order', { due_on: '3-4-2026' }, { dueOn: '2026-04-03' }],
    ['white space around a cell goes', { anchor: '  our guide ' }, { anchor: 'our guide' }],
    ['an owner is an address in lower case', { owner: 'Mila@Team.example' }, { owner: 'mila@team.example' }],
  ])('%s', (_, cells, row) => {
    expect(reading(cells)).toMatchObject({ kind: 'record', record: { placement: row } });
  });

  it.each<[string, Partial<Record<Field, string>>, Field, CellFault]>([
    ['a row without its page', { source_url: '' }, 'source_url', 'missing'],
    ['a row without its target', { target_url: ' ' }, 'target_url', 'missing'],
    ['a mail address is no page', { source_url: 'mailto:a@b.example' }, 'source_url', 'not_an_address'],
    ['a script is no page', { target_url: 'javascript:alert(1)' }, 'target_url', 'not_an_address'],
    ['a sentence is no page', { source_url: 'see the mail' }, 'source_url', 'not_an_address'],
    ['a single word is no page', { source_url: 'tbd' }, 'source_url', 'not_an_address'],
    [
      'a name and password in an address',
      { source_url: 'https://a:b@blog.example/' },
      'source_url',
      'not_an_address',
    ],
    [
      'an endless address',
      { source_url: `https://blog.example/${'a'.repeat(3990)}` },
      'source_url',
      'too_long',
    ],
    ['a word for the type we do not know', { type: 'billboard' }, 'type', 'unknown_word'],
    ['a name that every object has is no word', { type: 'constructor' }, 'type', 'unknown_word'],
    ['a rel we do not know', { rel: 'maybe' }, 'rel', 'unknown_word'],
    ['a step of the ladder we do not know', { match: 'other' }, 'match', 'unknown_word'],
    ['a label we do not know', { label: 'good' }, 'label', 'unknown_word'],
    ['a compensation we do not know', { compensation: '€ 200' }, 'compensation', 'unknown_word'],
    ['a day that could be two', { due_on: '3/4/2026' }, 'due_on', 'ambiguous_day'],
    ['a day that is none', { agreed_on: 'next week' }, 'agreed_on', 'unreadable_day'],
    ['a zero byte', { notes: 'a\u0000b' }, 'notes', 'control_character'],
    ['a note as long as a book', { notes: 'a'.repeat(4001) }, 'notes', 'too_long'],
  ])('%s is refused with its field', (_, cells, field, code) => {
    expect(reading(cells)).toMatchObject({ kind: 'bad', faults: [{ field, columnName: field, code }] });
  });

  it('every bad cell of a row is named, in the order of the columns, with what stood there', () => {
    expect(reading({ source_url: 'x', type: 'y' })).toEqual({
      kind: 'bad',
      faults: [
        { column: 0, columnName: 'source_url', field: 'source_url', code: 'not_an_address', text: 'x' },
        { column: 3, columnName: 'type', field: 'type', code: 'unknown_word', text: 'y' },
      ],
    });
  });

  it('a short row lacks what its missing cells held', () => {
    expect(read(['https://blog.example/a'])).toMatchObject({
      kind: 'bad',
      faults: [{ column: 1, field: 'target_url', code: 'missing' }],
    });
  });

  it('a row of empty cells is none', () => {
    expect(read(['', ' ', ''])).toEqual({ kind: 'skip', reason: 'empty_row' });
  });

  it('what was paid is money, and a price without a currency stays in the notes', () => {
    expect(reading({ price: '150' })).toMatchObject({
      record: { placement: { compensation: 'money', rel: null, notes: 'price: 150' } },
    });
  });
});
