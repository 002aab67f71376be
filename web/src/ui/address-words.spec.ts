import { expect, it } from '@jest/globals';
import { inAddress, withoutNothing } from './address-words.js';

const AN_ID = '0190a1b2-0000-7000-8000-00000000000a';

it.each([
  ['an id is kept', inAddress.id(AN_ID), AN_ID],
  ['what is no id is dropped', inAddress.id('1 or 1=1'), undefined],
  ['true as the router reads it', inAddress.flag(true), true],
  ['true as a person types it', inAddress.flag('true'), true],
  ['anything else is no flag', inAddress.flag('yes'), undefined],
  ['a word of the list', inAddress.word(['name', 'newest'], 'newest'), 'newest'],
  ['a word beside the list', inAddress.word(['name', 'newest'], 'price'), undefined],
  ['figures are words too', inAddress.text(2026), '2026'],
  ['spaces around are none', inAddress.text('  tuinblog '), 'tuinblog'],
  ['only spaces are nothing', inAddress.text('   '), undefined],
  ['an object is nothing', inAddress.text({ a: 1 }), undefined],
  ['a long text is cut', inAddress.text('x'.repeat(300))?.length, 200],
])('%s', (_name, read, wanted) => {
  expect(read).toBe(wanted);
});

it('keys without a value leave the address', () => {
  expect(withoutNothing({ q: undefined, kind: 'broker', site: null, archived: false })).toEqual({
    kind: 'broker',
    archived: false,
  });
});
