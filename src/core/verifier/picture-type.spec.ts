import { describe, expect, it } from '@jest/globals';
import { pictureType } from './picture-type.js';

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );

describe('pictureType', () => {
  it.each<[string, Buffer, string | null]>([
    ['a PNG', bytes([0x89], 'PNG\r\n', [0x1a], '\nIHDR'), 'image/png'],
    ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF'), 'image/jpeg'],
    ['a WebP', bytes('RIFF', [1, 0, 0, 0], 'WEBPVP8 '), 'image/webp'],
    ['another RIFF file is none', bytes('RIFF', [1, 0, 0, 0], 'WAVEfmt '), null],
    ['WEBP without RIFF is none', bytes('ABCD', [1, 0, 0, 0], 'WEBP'), null],
    ['an SVG is none: it can hold scripts', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), null],
    ['a GIF is none', bytes('GIF89a'), null],
    ['HTML is none', bytes('<html>'), null],
    ['nothing is none', bytes(), null],
    ['half a signature is none', bytes([0x89], 'PN'), null],
  ])('%s', (_, content, expected) => {
    expect(pictureType(content)).toBe(expected);
  });
});
