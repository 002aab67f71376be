import { describe, expect, it } from '@jest/globals';
import { markLink } from './mark-link.js';

const marked = (html: string, ...hrefs: string[]) =>
  markLink(html, hrefs)
    .map((part) => (part.mark ? `[${part.text}]` : part.text))
    .join('');

describe('markLink', () => {
  it.each<[string, string, string[], string]>([
    [
      'the link with its words is marked',
      '<p>see <a href="https://b.example/x">this <b>guide</b></a> now',
      ['https://b.example/x'],
      '<p>see [<a href="https://b.example/x">this <b>guide</b></a>] now',
    ],
    [
      'another link is not',
      '<a href="https://c.example/">c</a>',
      ['https://b.example/'],
      '<a href="https://c.example/">c</a>',
    ],
    [
      'www, scheme-relative and a closing slash are the same address',
      '<a href="//www.b.example/x/">x</a>',
      ['https://b.example/x'],
      '[<a href="//www.b.example/x/">x</a>]',
    ],
    [
      'an address written with &amp; is found',
      "<a rel=x href='https://b.example/?a=1&amp;b=2'>x</a>",
      ['https://b.example/?a=1&b=2'],
      "[<a rel=x href='https://b.example/?a=1&amp;b=2'>x</a>]",
    ],
    [
      'a link without an end in the cut marks its tag alone',
      '<a href=https://b.example/>x and on',
      ['https://b.example/'],
      '[<a href=https://b.example/>]x and on',
    ],
  ])('%s', (_, html, hrefs, wanted) => {
    expect(marked(html, ...hrefs)).toBe(wanted);
  });
});
