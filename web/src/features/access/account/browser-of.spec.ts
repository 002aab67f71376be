import { describe, expect, it } from '@jest/globals';
import { browserOf } from './browser-of.js';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

describe('browserOf', () => {
  it.each<[string, string | null, string | null]>([
    ['Chrome says Safari too', CHROME, 'Chrome · Windows'],
    ['Edge says Chrome too', `${CHROME} Edg/140.0.0.0`, 'Edge · Windows'],
    [
      'Firefox on Linux',
      'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      'Firefox · Linux',
    ],
    [
      'an iPhone says Mac OS X too',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1',
      'Safari · iOS',
    ],
    ['a program is called by its name', 'curl/8.14.1', 'curl'],
    ['nothing sent is nothing known', null, null],
    ['an empty header is nothing known', '', null],
  ])('%s', (_, userAgent, expected) => {
    expect(browserOf(userAgent)).toBe(expected);
  });
});
