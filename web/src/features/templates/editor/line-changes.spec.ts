import { describe, expect, it } from '@jest/globals';
import { lineChanges } from './line-changes.js';

const MARK = { same: ' ', added: '+', removed: '-' } as const;
const told = (older: string, newer: string) =>
  lineChanges(older, newer).map(({ change, text }) => `${MARK[change]}${text}`);

describe('lineChanges', () => {
  it.each([
    ['the same text has no changes', 'a\nb', 'a\nb', [' a', ' b']],
    ['a line between two is added', 'a\nc', 'a\nb\nc', [' a', '+b', ' c']],
    ['a changed line is removed and added', 'a\nb\nc', 'a\nx\nc', [' a', '-b', '+x', ' c']],
    ['a lost end is removed', 'a\nb', 'a', [' a', '-b']],
  ])('%s', (_, older, newer, expected) => {
    expect(told(older, newer)).toEqual(expected);
  });
});
