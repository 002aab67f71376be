import { describe, expect, it } from '@jest/globals';
import { readPastedAddresses } from './pasted-addresses.js';

describe('readPastedAddresses', () => {
  it('takes addresses and hosts, and names what is none by its line', () => {
    const read = readPastedAddresses([
      'https://www.news.example/page',
      '',
      ' blog.example ',
      'not a site',
      'word',
      'a\u0000b.example',
    ]);
    expect(read).toEqual({
      addresses: ['https://www.news.example/page', 'blog.example', 'ab.example'],
      faults: [
        { lineNo: 4, text: 'not a site' },
        { lineNo: 5, text: 'word' },
      ],
    });
  });

  it('shows the beginning of a long line', () => {
    expect(readPastedAddresses([`x ${'y'.repeat(500)}`]).faults[0]?.text).toHaveLength(200);
  });
});
