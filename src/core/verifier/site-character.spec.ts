import { describe, expect, it } from '@jest/globals';
import {
  type PageChange,
  type PageCharacter,
  pageChangedCharacter,
  siteChangedCharacter,
} from './site-character.js';

const BEFORE: PageCharacter = { language: 'en-GB', title: 'Ten garden ideas', mainTextHash: 'aa' };
const AFTER: PageCharacter = { language: 'id', title: 'Slot gacor', mainTextHash: 'bb' };

describe('pageChangedCharacter', () => {
  it.each<[string, PageCharacter, PageCharacter, boolean]>([
    ['language, title and text all new: another page', BEFORE, AFTER, true],
    ['a new text alone is an edit', BEFORE, { ...BEFORE, mainTextHash: 'bb' }, false],
    ['title and text in the same language are a rewrite', BEFORE, { ...AFTER, language: 'en-US' }, false],
    ['an unknown language proves nothing', { ...BEFORE, language: null }, AFTER, false],
    ['a title that is gone proves nothing', BEFORE, { ...AFTER, title: null }, false],
    [
      'nothing known before proves nothing',
      { language: null, title: null, mainTextHash: null },
      AFTER,
      false,
    ],
  ])('%s', (_, before, after, expected) => {
    expect(pageChangedCharacter(before, after)).toBe(expected);
  });
});

describe('siteChangedCharacter', () => {
  const now = new Date('2026-11-20T09:00:00Z');
  const day = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
  const page = (readDaysAgo: number, changedDaysAgo: number | null): PageChange => ({
    readAt: day(readDaysAgo),
    changedAt: changedDaysAgo === null ? null : day(changedDaysAgo),
  });

  it.each<[string, PageChange[], boolean]>([
    ['a site without pages did not change', [], false],
    ['two pages that both changed are the site', [page(0, 0), page(1, 1)], true],
    ['one page is a page', [page(0, 0)], false],
    ['a page read since that stayed speaks for the site', [page(0, 0), page(1, 1), page(0, null)], false],
    ['a page not read since says nothing', [page(0, 0), page(1, 1), page(3, null)], true],
    ['changes longer ago than 30 days are history', [page(0, 31), page(0, 31)], false],
  ])('%s', (_, pages, expected) => {
    expect(siteChangedCharacter(pages, now)).toBe(expected);
  });
});
