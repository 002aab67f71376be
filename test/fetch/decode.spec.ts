import { describe, expect, it } from '@jest/globals';
import { isHtml } from '../../src/platform/html/content-kind.js';
import { decodePage } from '../../src/platform/html/decode.js';

const latin = (text: string) => Buffer.from(text, 'latin1');
const padding = `<!-- ${'x'.repeat(1100)} -->`;

describe('the encoding of a page', () => {
  it.each<[string, Buffer, string | null, string, string]>([
    ['a UTF-8 mark beats the header', Buffer.from('\ufeffé'), 'text/html; charset=iso-8859-1', 'utf-8', 'é'],
    [
      'a UTF-16 mark beats the header',
      Buffer.from('\ufeffé', 'utf16le'),
      'text/html; charset=utf-8',
      'utf-16le',
      'é',
    ],
    ['a big-endian mark', Buffer.from([0xfe, 0xff, 0x00, 0xe9]), null, 'utf-16be', 'é'],
    [
      'the header beats the meta',
      Buffer.from('<meta charset=koi8-r>é'),
      'text/html; charset="UTF-8"',
      'utf-8',
      '<meta charset=koi8-r>é',
    ],
    ['UTF-16 by the header alone', Buffer.from('é', 'utf16le'), 'text/html;charset=utf-16', 'utf-16le', 'é'],
    ['a meta', Buffer.from('<meta charset="utf-8">é'), 'text/html', 'utf-8', '<meta charset="utf-8">é'],
    [
      'a meta of the old kind',
      latin("<META content='text/html; charset=iso-8859-15' http-equiv=Content-Type>\u00a4"),
      null,
      'iso-8859-15',
      "<META content='text/html; charset=iso-8859-15' http-equiv=Content-Type>€",
    ],
    [
      'a meta behind 1,024 bytes',
      latin(`${padding}<meta charset=iso-8859-2>\u00b1`),
      null,
      'iso-8859-2',
      `${padding}<meta charset=iso-8859-2>ą`,
    ],
    [
      'a late meta in a script is none',
      latin(`${padding}<script>"<meta charset=koi8-r>"</script>\u00e9`),
      null,
      'windows-1252',
      `${padding}<script>"<meta charset=koi8-r>"</script>é`,
    ],
    [
      'an XML declaration',
      latin('<?xml version="1.0" encoding="iso-8859-5"?>\u00d0'),
      'application/xhtml+xml',
      'iso-8859-5',
      '<?xml version="1.0" encoding="iso-8859-5"?>а',
    ],
    ['UTF-8 that nobody declared', Buffer.from('<p>één'), 'text/html', 'utf-8', '<p>één'],
    [
      'UTF-8 that nobody declared, cut in a letter',
      Buffer.from('<p>één').subarray(0, 6),
      'text/html',
      'utf-8',
      '<p>é\ufffd',
    ],
    ['ASCII that nobody declared', Buffer.from('<p>a'), 'text/html', 'windows-1252', '<p>a'],
    [
      'a meta in a comment',
      latin('<!--<meta charset=utf-8>-->\u00e9'),
      null,
      'windows-1252',
      '<!--<meta charset=utf-8>-->é',
    ],
    [
      'a meta that says UTF-16 lies',
      Buffer.from('<meta charset=utf-16>é'),
      null,
      'utf-8',
      '<meta charset=utf-16>é',
    ],
    ['nothing at all', latin('\u0080\u0092\u0081\u00e9'), null, 'windows-1252', '€’\u0081é'],
    [
      'latin1 means windows-1252',
      latin('\u0093x\u0094'),
      'text/html; charset=ISO-8859-1',
      'windows-1252',
      '“x”',
    ],
    ['UTF-7 is not known', Buffer.from('+ADw-'), 'text/html; charset=utf-7', 'windows-1252', '+ADw-'],
    [
      'bytes that mean nothing',
      Buffer.from([0x61, 0xff, 0x62]),
      'text/html; charset=utf-8',
      'utf-8',
      'a\ufffdb',
    ],
    ['Shift_JIS', Buffer.from([0x93, 0xfa, 0x96, 0x7b]), 'text/html; charset=shift_jis', 'shift_jis', '日本'],
    ['GB2312', Buffer.from([0xd6, 0xd0]), 'text/html; charset=gb2312', 'gbk', '中'],
  ])('%s', (...row) => {
    const [, bytes, contentType, charset, text] = row;
    expect(decodePage(bytes, contentType)).toEqual({ charset, text });
  });
});

describe('what counts as HTML', () => {
  it.each<[string | null, string, boolean]>([
    ['text/html', 'anything', true],
    ['TEXT/HTML; charset=x', '', true],
    ['application/xhtml+xml', '', true],
    ['text/html, text/html; charset=x', 'anything', true],
    ['text/plain', '<!doctype html>', false],
    ['application/pdf', '<html>', false],
    ['application/xml', '<html>', false],
    [null, '  \n<!DOCTYPE HTML>', true],
    ['', '<html lang=en>', true],
    [null, '<!-- x --><p>', true],
    [null, '<a href=x>', true],
    [null, '<?xml version="1.0"?>\n<html xmlns="x">', true],
    [null, '<?xml version="1.0"?><rss>', false],
    [null, '%PDF-1.7', false],
    [null, 'plain words', false],
    [null, '<abc>', false],
    [null, '', false],
  ])('%s with %j: %s', (contentType, body, expected) => {
    expect(isHtml(contentType, Buffer.from(body))).toBe(expected);
  });

  it.each(['utf16le', 'utf8'] as const)('%s with a mark and without a type', (encoding) => {
    expect(isHtml(null, Buffer.from('\ufeff<html>', encoding))).toBe(true);
  });
});
