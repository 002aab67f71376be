import { expect, it } from '@jest/globals';
import { plainText, plainValue } from './plain-text.js';

it.each([
  ['plain words', 'words', 'words'],
  ['a NUL', 'a\u0000b', 'ab'],
  ['a whole pair', 'a😀b', 'a😀b'],
  ['the first half of a pair', 'a\uD83Db', 'a\uFFFDb'],
  ['the second half of one', 'a\uDE00b', 'a\uFFFDb'],
  ['a pair the limit cuts through', '123456789😀', '123456789\uFFFD'],
  ['more than the limit', '12345678901', '1234567890'],
])('%s can be kept', (_, text, kept) => {
  expect(plainText(text, 10)).toBe(kept);
});

it('texts within a value are bounded wherever they stand, and the rest is left alone', () => {
  const value = { to: [{ name: 'a\u0000' }], size: 3, date: null, isCut: true };
  expect(plainValue(value, 10)).toEqual({ to: [{ name: 'a' }], size: 3, date: null, isCut: true });
});
