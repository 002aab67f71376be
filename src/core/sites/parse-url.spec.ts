import { describe, expect, it } from '@jest/globals';
import { parseUrl } from './parse-url.js';

describe('parseUrl', () => {
  it.each<[string, string, string | undefined, string | null]>([
    ['an address', 'https://example.com/a', undefined, 'https://example.com/a'],
    ['a relative one', 'b', 'https://example.com/a', 'https://example.com/b'],
    ['no address', 'b', undefined, null],
    ['none against a base that is none', 'b', 'a', null],
  ])('%s', (_, text, base, href) => {
    expect(parseUrl(text, base)?.href ?? null).toBe(href);
  });

  it('an address with an umlaut is one also after ten thousand times', () => {
    const missed = Array.from({ length: 10_000 }, () => parseUrl('https://bücher.example/')).filter(
      (url) => url === null,
    );
    expect(missed).toHaveLength(0);
  });
});
