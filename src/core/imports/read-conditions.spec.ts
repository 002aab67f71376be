import { describe, expect, it } from '@jest/globals';
import type { ImportContent } from './content.js';
import { readRelPolicy, readWordsAsked, type WordsAsked } from './read-asked.js';
import { readHeaderCurrency } from './read-price.js';
import { recordReader } from './read-record.js';
import { recognise } from './recognise.js';
import type { ConditionRecord, ImportRecord } from './record.js';
import type { RecordField } from './record-field.js';

const FIELDS = [
  'site',
  'email',
  'publisher',
  'broker',
  'type',
  'price',
  'price_guest_post',
  'price_link_insertion',
  'currency',
  'rel_policy',
  'words',
  'words_from',
  'words_to',
  'notes',
] as const satisfies readonly RecordField[];
type Cells = Partial<Record<(typeof FIELDS)[number], string>>;

function reading(cells: Cells, content: ImportContent = 'prospects', currency: string | null = null) {
  const read = recordReader({
    content,
    mapping: Object.fromEntries(FIELDS.map((field, index) => [field, index])),
    headers: FIELDS,
    dialect: { decimal: 'unknown', dateOrder: 'unknown', hasSerials: false },
    defaults: { type: 'editorial', compensation: 'none', currency },
  });
  return read(FIELDS.map((field) => cells[field] ?? ''));
}

const record = (cells: Cells, content?: ImportContent): ImportRecord => {
  const read = reading(cells, content);
  if (read.kind !== 'record') throw new Error(JSON.stringify(read));
  return read.record;
};
const euros = (whole: number) => ({ priceMinor: whole * 100, currency: 'EUR' });

describe('what a row of a rate sheet asks', () => {
  it.each<[string, Cells, readonly ConditionRecord[] | undefined]>([
    ['a price is for all types where none is named', { price: '€ 150' }, [{ type: null, price: euros(150) }]],
    [
      'a price is for the type beside it',
      { price: '150', currency: 'eur', type: 'Guest article' },
      [{ type: 'guest_post', price: euros(150) }],
    ],
    [
      'a sheet may have a price for each type',
      { price_guest_post: '€ 250', price_link_insertion: '€ 120', rel_policy: 'dofollow', words: '800+' },
      [
        { type: 'guest_post', price: euros(250), relPolicy: 'follow', wordsFrom: 800 },
        { type: 'link_insertion', price: euros(120), relPolicy: 'follow' },
      ],
    ],
    [
      'the column named after the type counts',
      { price: '€ 100', type: 'guest post', price_guest_post: '€ 250' },
      [{ type: 'guest_post', price: euros(250) }],
    ],
    [
      'least and most words stand in one column or two',
      { price: '€ 9', words_from: '500', words_to: '1,200' },
      [{ type: null, price: euros(9), wordsFrom: 500, wordsTo: 1200 }],
    ],
    ['a rel alone is asked, too', { rel_policy: 'sponsored' }, [{ type: null, relPolicy: 'sponsored' }]],
    ['words alone are no condition', { words: '800' }, undefined],
    ['a dash is no price', { price: '-' }, undefined],
    ['nothing is asked for where nothing stands', {}, undefined],
  ])('%s', (_, cells, conditions) => {
    expect(record({ site: 'blog.example', ...cells }).conditions).toEqual(conditions);
  });

  it.each<[string, Cells, string]>([
    ['a price without a currency', { price: '150' }, 'price: 150'],
    ['a price on request', { price_guest_post: 'on request' }, 'price_guest_post: on request'],
    ['a rel that is none of ours', { price: '€ 1', rel_policy: 'for a year' }, 'rel_policy: for a year'],
    ['words that are no number', { price: '€ 1', words: 'long' }, 'words: long'],
    ['a price for a type there is none of', { price: '€ 5', type: 'banner' }, 'price: € 5\ntype: banner'],
    [
      'a type nothing is asked for',
      { type: 'guest post', rel_policy: 'none' },
      'type: guest post\nrel_policy: none',
    ],
    ['words without a price', { words: '800' }, 'words: 800'],
    [
      'words the wrong way round',
      { price: '€ 1', words_from: '9', words_to: '5' },
      'words_from: 9\nwords_to: 5',
    ],
  ])('%s is a line of the notes', (_, cells, notes) => {
    expect(record({ site: 'blog.example', ...cells }).prospect?.notes).toBe(notes);
  });

  it.each<[string, Cells, RecordField, string]>([
    ['a price that is none', { price: 'a lot' }, 'price', 'unreadable_number'],
    ['a negative price', { price_link_insertion: '€ -5' }, 'price_link_insertion', 'unreadable_number'],
    ['a price nobody pays', { price: '€ 9999999999' }, 'price', 'unreadable_number'],
    ['a currency there is none of', { price: '5', currency: 'ABC' }, 'currency', 'unknown_word'],
  ])('%s is named by its column', (_, cells, field, code) => {
    expect(reading({ site: 'blog.example', ...cells })).toMatchObject({
      kind: 'bad',
      faults: [{ field, code, column: FIELDS.indexOf(field as never) }],
    });
  });

  it('who sells it is not the publisher', () => {
    expect(
      record({ site: 'blog.example', publisher: 'Blog House', broker: 'Link Shop', price: '€ 5' }),
    ).toMatchObject({
      publisher: { name: 'Blog House' },
      broker: { name: 'Link Shop' },
    });
  });

  it('of a person without a site or publisher a price is a note', () => {
    const read = record({ email: 'eva@mail.example', price: '€ 5', words: '800' }, 'contacts');
    expect(read.conditions).toBeUndefined();
    expect(read.contact?.notes).toBe('price: € 5\nwords: 800');
    expect(
      record({ email: 'eva@mail.example', publisher: 'X', price: '€ 5' }, 'contacts').conditions,
    ).toHaveLength(1);
  });
});

it.each([
  ['Price (EUR)', 'EUR'],
  ['Prijs €', 'EUR'],
  ['Preis in Euro', 'EUR'],
  ['rate usd', 'USD'],
  ['ALL prices', null],
  ['Price', null],
])('the header %s names the currency %s', (header, currency) => {
  expect(readHeaderCurrency(header)).toBe(currency);
});

it.each<[string, WordsAsked | null]>([
  ['500-1000', { wordsFrom: 500, wordsTo: 1000 }],
  ['500 – 1.000 woorden', { wordsFrom: 500, wordsTo: 1000 }],
  ['800 tot 1200', { wordsFrom: 800, wordsTo: 1200 }],
  ['min. 800 words', { wordsFrom: 800 }],
  ['≥ 800', { wordsFrom: 800 }],
  ['800+', { wordsFrom: 800 }],
  ['1,500', { wordsFrom: 1500 }],
  ['up to 1500', { wordsTo: 1500 }],
  ['max: 1500 Wörter', { wordsTo: 1500 }],
  ['1000-500', null],
  ['9999999', null],
  ['as long as it takes', null],
])('words %s', (text, asked) => {
  expect(readWordsAsked(text)).toEqual(asked);
});

it.each([
  ['Do-follow', 'Rel', 'follow'],
  ['dofollow links', 'Rel', 'follow'],
  ['No follow', 'Rel', 'nofollow'],
  ['both', 'Follow/nofollow', 'any'],
  ['yes', 'Dofollow', 'follow'],
  ['nee', 'Do follow', 'nofollow'],
  ['yes', 'Nofollow', 'nofollow'],
  ['no', 'No-follow', 'follow'],
  ['ja', 'Sponsored', 'sponsored'],
  ['no', 'Sponsored', null],
  ['yes', 'Rel policy', null],
  ['one year', 'Dofollow', null],
])('the rel "%s" under "%s" is %s', (text, header, rel) => {
  expect(readRelPolicy(text, header)).toBe(rel);
});

it.each<[string, readonly string[], readonly RecordField[]]>([
  [
    'English',
    ['Website', 'Guest post price', 'Link insertion price', 'Currency', 'Dofollow', 'Word count', 'Broker'],
    ['site', 'price_guest_post', 'price_link_insertion', 'currency', 'rel_policy', 'words', 'broker'],
  ],
  [
    'Dutch',
    ['Domein', 'Prijs (EUR)', 'Follow/nofollow', 'Aantal woorden', 'Leverancier'],
    ['site', 'price', 'rel_policy', 'words', 'broker'],
  ],
  ['Dutch with a tariff', ['Website', 'Tarief gastblog', 'Valuta'], ['site', 'price_guest_post', 'currency']],
  [
    'German',
    ['Webseite', 'Preis', 'Währung', 'Wörter ab', 'Anbieter'],
    ['site', 'price', 'currency', 'words_from', 'broker'],
  ],
])('a rate sheet in %s is known by its headers', (_, headers, fields) => {
  const sample = [headers.map((__, column) => (column === 0 ? 'blog.example' : '1'))];
  const found = recognise({ headers, sample, hasHeader: true });
  expect(found.format).toBe('prospect_sheet');
  expect(found.mapping).toEqual(Object.fromEntries(fields.map((field, column) => [field, column])));
});
