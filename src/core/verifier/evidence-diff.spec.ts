import { describe, expect, it } from '@jest/globals';
import { evidenceDiff, evidenceLines } from './evidence-diff.js';

const SIGN = { same: '  ', added: '+ ', removed: '- ' };
const shown = (before: string, after: string): string[] =>
  evidenceDiff(before, after).map((line) => SIGN[line.kind] + line.text);

describe('evidenceDiff', () => {
  it.each<[string, string, string, string[]]>([
    ['the same text has no difference', 'a\nb', 'a\nb', ['  a', '  b']],
    ['a line that came', 'a\nc', 'a\nb\nc', ['  a', '+ b', '  c']],
    ['a line that went', 'a\nb\nc', 'a\nc', ['  a', '- b', '  c']],
    ['a line that changed is removed, then added', 'a\nb\nc', 'a\nx\nc', ['  a', '- b', '+ x', '  c']],
    [
      'two changes with a common line between',
      '1\na\n2\nz',
      '3\na\n4\nz',
      ['- 1', '+ 3', '  a', '- 2', '+ 4', '  z'],
    ],
    ['a line that moved down', 'a\nb\nc\nd', 'b\nc\na\nd', ['- a', '  b', '  c', '+ a', '  d']],
    ['everything new', '', 'a\nb', ['+ a', '+ b']],
    ['everything gone', 'a\nb', '', ['- a', '- b']],
    ['line ends and empty lines make no difference', 'a\r\n\r\nb  ', 'a\nb', ['  a', '  b']],
    ['repeated lines are not counted twice', 'a\na', 'a', ['  a', '- a']],
  ])('%s', (_, before, after, expected) => {
    expect(shown(before, after)).toEqual(expected);
  });

  it('shows one changed attribute of a long line as one changed line', () => {
    const long = (rel: string): string =>
      `<p>${'Words about gardens. '.repeat(6)}<a rel="${rel}" href="https://shop.example/">shop</a> and more</p>`;
    expect(shown(long('nofollow'), long('ugc')).filter((line) => !line.startsWith('  '))).toEqual([
      '- <a rel="nofollow" href="https://shop.example/">shop',
      '+ <a rel="ugc" href="https://shop.example/">shop',
    ]);
  });

  it('gives up on finding common lines in texts that are too long', () => {
    const many = (word: string): string =>
      Array.from({ length: 1200 }, (_, at) => `${word}${String(at)}`).join('\n');
    const diff = evidenceDiff(`${many('a')}\nx\n${many('b')}`, `${many('c')}\nx\n${many('d')}`);
    expect(diff.filter((line) => line.kind === 'same')).toEqual([]);
    expect(diff).toHaveLength(4802);
  });

  it('keeps a short line whole', () => {
    expect(evidenceLines('<p><b>short</b></p>')).toEqual(['<p><b>short</b></p>']);
  });
});
