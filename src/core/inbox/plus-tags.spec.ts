import { expect, it } from '@jest/globals';
import { plusTags } from './plus-tags.js';

const TAG = 'abcdefghijklmnop';

it.each([
  ['a tag as long as ours', [`mila+${TAG}@agency.example`], [TAG]],
  ['one in capitals, as some servers make of it', [`mila+${TAG.toUpperCase()}@agency.example`], [TAG]],
  ['one of two addresses', ['ann@kiln.example', `mila+${TAG}@agency.example`], [TAG]],
  ['the same twice', [`mila+${TAG}@agency.example`, `m+${TAG}@agency.example`], [TAG]],
  ['a tag of somebody’s own', ['mila+shop@agency.example'], []],
  ['signs we never use', ['mila+abcdefghijklmno1@agency.example'], []],
  ['no local part', [`+${TAG}@agency.example`], []],
  ['a plus after the at', [`mila@agency+${TAG}.example`], []],
])('%s', (_, addresses, tags) => {
  expect(plusTags(addresses)).toEqual(tags);
});

it('no more than ten are looked up', () => {
  const many = [...'abcdefghijklmnop'].map((letter) => `m+${TAG}${letter}@agency.example`);
  expect(plusTags(many)).toHaveLength(10);
});
