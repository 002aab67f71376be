import { describe, expect, it } from '@jest/globals';
import { documentName, documentType } from './document-type.js';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

describe('documentType', () => {
  it.each<[string, Uint8Array, string | null]>([
    ['a PDF', text('%PDF-1.7\n'), 'application/pdf'],
    ['a PNG', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0), 'image/png'],
    ['a JPEG', bytes(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg'],
    ['a GIF', text('GIF89a'), 'image/gif'],
    ['a WebP', text('RIFF0000WEBPVP8 '), 'image/webp'],
    ['an office file of today', bytes(0x50, 0x4b, 0x03, 0x04, 0), 'application/zip'],
    [
      'an office file of old',
      bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'application/x-ole-storage',
    ],
    ['a mail', text('From: anna@example.com\r\n\r\nAgreed.'), 'text/plain'],
    ['HTML is no more than text', text('<script>alert(1)</script>'), 'text/plain'],
    ['a drawing with scripts too', text('<svg onload="x()"/>'), 'text/plain'],
    ['accents are text', text('afspraak: één link'), 'text/plain'],
    ['a program is refused', bytes(0x4d, 0x5a, 0x90, 0x00, 0x03), null],
    ['half a character is refused', bytes(0x61, 0xc3), null],
    ['nothing is refused', bytes(), null],
  ])('%s', (_, content, type) => {
    expect(documentType(content)).toBe(type);
  });
});

describe('documentName', () => {
  it.each<[string, string, string]>([
    ['a name stays', 'Afspraak é.pdf', 'Afspraak é.pdf'],
    ['folders go', '../../etc/passwd', 'passwd'],
    ['folders of Windows go', 'C:\\Users\\anna\\deal.docx', 'deal.docx'],
    ['characters that cannot be seen go', 'a\r\nb\u202Efdp.exe', 'abfdp.exe'],
    ['the end of a long name stays', `${'a'.repeat(300)}.pdf`, `${'a'.repeat(196)}.pdf`],
    ['no name at all', '  ', 'document'],
    ['dots are no name', '..', 'document'],
  ])('%s', (_, given, kept) => {
    expect(documentName(given)).toBe(kept);
  });
});
