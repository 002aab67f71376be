import { describe, expect, it } from '@jest/globals';
import { readAddress } from './address.js';

describe('readAddress', () => {
  it.each<[string, string, string]>([
    ['a full address stays', 'https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['http stays http', 'http://example.com/', 'http://example.com/'],
    ['without a scheme it is https', 'example.com/page', 'https://example.com/page'],
    ['a port is no scheme', 'example.com:8080/page', 'https://example.com:8080/page'],
    ['a scheme-relative one is https', '//example.com/page', 'https://example.com/page'],
    ['white space around is dropped', '  example.com \n', 'https://example.com/'],
    [
      'the host is in lower case and ASCII',
      'https://BÜCHER.example/Ä',
      'https://xn--bcher-kva.example/%C3%84',
    ],
    ['an IP address is an address', 'http://127.0.0.1:8081/x', 'http://127.0.0.1:8081/x'],
    ['an IPv6 address too', 'http://[::1]/x', 'http://[::1]/x'],
    ['localhost is known', 'localhost:3000/x', 'https://localhost:3000/x'],
    [
      '4,000 characters are kept',
      `https://example.com/${'a'.repeat(3980)}`,
      `https://example.com/${'a'.repeat(3980)}`,
    ],
  ])('%s', (_, typed, url) => {
    expect(readAddress(typed)).toEqual({ ok: true, url });
  });

  it.each<[string, string, string]>([
    ['nothing', '   ', 'empty'],
    ['one word', 'example', 'not_an_address'],
    ['a sentence', 'see the page', 'not_an_address'],
    ['a label no name server knows', `https://${'a'.repeat(64)}.example/`, 'not_an_address'],
    ['a name no name server knows', `https://${'a.'.repeat(130)}example/`, 'not_an_address'],
    ['an empty label', 'https://a..example/', 'not_an_address'],
    ['a broken port', 'https://example.com:99999999/', 'not_an_address'],
    ['a script', 'javascript:alert(1)', 'not_web'],
    ['a mail address link', 'mailto:anna@example.com', 'not_web'],
    ['another protocol', 'ftp://example.com/file', 'not_web'],
    ['a password inside', 'https://anna:secret@example.com/', 'has_password'],
    ['a name inside', 'https://anna@example.com/', 'has_password'],
    ['too long', `https://example.com/${'a'.repeat(4000)}`, 'too_long'],
    ['too long once escaped', `https://example.com/${'ü'.repeat(1500)}`, 'too_long'],
  ])('%s is refused', (_, typed, reason) => {
    expect(readAddress(typed)).toEqual({ ok: false, reason });
  });
});
