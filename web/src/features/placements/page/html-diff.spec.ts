import { describe, expect, it } from '@jest/globals';
import { diffHtml, hasChanges, tokensOf } from './html-diff.js';

/** Lines as a reader sees them: a sign, the text, the marked parts in brackets. */
const drawn = (before: string, after: string) =>
  diffHtml(before, after).map(
    (line) =>
      `${{ same: ' ', removed: '-', added: '+' }[line.kind]}${line.parts.map((part) => (part.mark ? `[${part.text}]` : part.text)).join('')}`,
  );

describe('diffHtml', () => {
  it.each<[string, string, string, string[]]>([
    ['equal HTML is one unchanged line', '<p>a <b>c</b></p>', '<p>a <b>c</b></p>', [' <p>a <b>c</b></p>']],
    [
      'a new rel is marked in the added line, the removed line holds no mark',
      '<p>De <a href="/x">gids</a></p>',
      '<p>De <a href="/x" rel="nofollow">gids</a></p>',
      [' <p>De ', '-<a href="/x">', '+<a href="/x"[ rel="nofollow"]>', ' gids</a></p>'],
    ],
    [
      'a changed word marks the words',
      '<a href="/x">our guide</a>',
      '<a href="/x">the guide</a>',
      [' <a href="/x">', '-[our guide]', '+[the guide]', ' </a>'],
    ],
    ['a link that went is a removed line', '<p>x<a href="/x">', '<p>x', [' <p>x', '-[<a href="/x">]']],
    ['what came as a whole is one line', '', '<p>x<a href="/">', ['+<p>x[<a href="/">]']],
    ['white space alone is no line', '<p>a</p>', '<p>a</p>\n', [' <p>a</p>']],
    ['two different tags are marked whole', '<b>x', '<i>x', ['-[<b>]', '+[<i>]', ' x']],
  ])('%s', (_, before, after, lines) => {
    expect(drawn(before, after)).toEqual(lines);
  });

  it('loses no character of what it splits', () => {
    const odd = '<p a = "1>2"  /  x=\'<\'>text < more <!-- <b> --></p <';
    expect(tokensOf(odd).join('')).toBe(odd);
  });

  it('a long page that changed everywhere is shown as replaced, without a stall', () => {
    const many = (word: string) => Array.from({ length: 3000 }, (_, at) => `<i>${word}${at}`).join('');
    const lines = diffHtml(many('a'), many('b'));
    expect(hasChanges(lines)).toBe(true);
    expect(lines.length).toBeLessThanOrEqual(12_000);
  });
});
