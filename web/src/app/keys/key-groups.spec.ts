import { expect, it } from '@jest/globals';
import { isAnywhere, isOfPage, keyNames } from './key-groups.js';

it.each([
  ['g i', true, false],
  ['?', true, false],
  ['s', false, true],
  ['J', false, true],
  ['Ctrl Enter', false, true],
  ['j', false, false],
  ['Escape', false, false],
])('%s works anywhere: %s, is an act of the page: %s', (keys, anywhere, ofPage) => {
  expect([isAnywhere({ keys }), isOfPage({ keys })]).toEqual([anywhere, ofPage]);
});

it.each([
  ['g i', ['g', 'i']],
  ['J', ['Shift', 'J']],
  ['Ctrl K', ['Ctrl', 'K']],
  ['Ctrl Enter', ['Ctrl', 'Enter']],
])('%s stands on a keyboard as %j', (keys, names) => {
  expect(keyNames(keys)).toEqual(names);
});
