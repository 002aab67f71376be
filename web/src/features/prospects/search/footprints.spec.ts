import { describe, expect, it } from '@jest/globals';
import { FOOTPRINTS, hasFootprint, toggleFootprint } from './footprints.js';

describe('toggleFootprint', () => {
  it.each<[string, string, string, string]>([
    ['a phrase stands behind the words', 'boats', '"write for us"', 'boats "write for us"'],
    ['alone it is all there is', ' ', '"guest post"', '"guest post"'],
    ['a second press takes it away', 'boats "guest post" uk', '"guest post"', 'boats uk'],
    ['however it was typed', 'boats "Guest Post"', '"guest post"', 'boats'],
    ['two phrases stand side by side', 'boats "guest post"', '"gastblog"', 'boats "guest post" "gastblog"'],
  ])('%s', (_, words, phrase, expected) => {
    expect(toggleFootprint(words, phrase)).toBe(expected);
  });

  it.each(Object.entries(FOOTPRINTS))('every phrase of %s is there after it was chosen', (_, phrases) => {
    expect(phrases.filter((phrase) => !hasFootprint(toggleFootprint('boats', phrase), phrase))).toEqual([]);
  });
});
