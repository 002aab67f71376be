import { describe, expect, it } from '@jest/globals';
import { mediaType } from './media-type.js';

describe('mediaType', () => {
  it.each<[string, string | null, string]>([
    ['a plain type', 'text/html', 'text/html'],
    ['parameters and case do not matter', ' Text/HTML ; Charset=UTF-8', 'text/html'],
    ['the last of two counts', 'text/plain, text/html; charset=utf-8', 'text/html'],
    ['parameters of the first are cut too', 'text/html; charset=utf-8, text/html', 'text/html'],
    ['a comma in a parameter names no type', 'text/html; x="a,b"', 'text/html'],
    ['what has no subtype is none', 'html', ''],
    ['an empty header', '', ''],
    ['no header', null, ''],
  ])('%s', (_, contentType, type) => {
    expect(mediaType(contentType)).toBe(type);
  });
});
