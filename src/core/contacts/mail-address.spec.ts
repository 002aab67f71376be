import { describe, expect, it } from '@jest/globals';
import { readMailAddress } from './mail-address.js';

const keyOf = (text: string): string => {
  const read = readMailAddress(text);
  return read.ok ? read.mail.key : read.reason;
};

describe('readMailAddress', () => {
  it.each([
    ['Ann@News.Example', 'ann@news.example'],
    ['  ann@news.example\n', 'ann@news.example'],
    ['mailto:Ann@news.example', 'ann@news.example'],
    ['"Editor, Ann" <ann@news.example>', 'ann@news.example'],
    ['ann+tag@news.example', 'ann+tag@news.example'],
    ["o'neill@news.example", "o'neill@news.example"],
    ['ann@bücher.example', 'ann@xn--bcher-kva.example'],
    ['ann@BÜCHER.example', 'ann@xn--bcher-kva.example'],
    ['jürgen@news.example', 'jürgen@news.example'],
    ['ju\u0308rgen@news.example', 'jürgen@news.example'],
    ['a@b.c.d.e.nl', 'a@b.c.d.e.nl'],
    ['a@name.github.io', 'a@name.github.io'],
  ])('%j is %s', (text, key) => expect(keyOf(text)).toBe(key));

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['nobody', 'no_at_sign'],
    ['@news.example', 'local_part'],
    ['a b@news.example', 'local_part'],
    ['.a@news.example', 'local_part'],
    ['a..b@news.example', 'local_part'],
    ['a,b@news.example', 'local_part'],
    ['a@x.example, b@y.example', 'local_part'],
    ['a@x.example;b@y.example', 'local_part'],
    ['"a b"@news.example', 'quoted'],
    ['a(comment)@news.example', 'local_part'],
    ['a\r\nBcc: b@news.example', 'local_part'],
    ['a\u0000@news.example', 'local_part'],
    ['=?utf-8?q?a?=@news.example\r\n', '=?utf-8?q?a?=@news.example'],
    [`${'a'.repeat(65)}@news.example`, 'local_part'],
    [`${'é'.repeat(33)}@news.example`, 'local_part'],
    [`a@${'b'.repeat(64)}.example`, 'domain'],
    [`a@${'b.'.repeat(200)}example`, 'too_long'],
    ['a@localhost', 'domain'],
    ['a@example', 'domain'],
    ['a@[192.0.2.1]', 'domain'],
    ['a@192.0.2.1', 'domain'],
    ['a@0x7f.1', 'domain'],
    ['a@-news.example', 'domain'],
    ['a@news..example', 'domain'],
    ['a@news.example.', 'domain'],
    ['a@news.example/path', 'domain'],
    ['a@news.example:25', 'domain'],
    ['a@news_letter.example', 'domain'],
    ['a@printer.local', 'no_public_domain'],
    ['a@example.con', 'no_public_domain'],
  ])('%j is refused or kept as %s', (text, reason) => expect(keyOf(text)).toBe(reason));

  it('is linear in what it is given', () => {
    const long = `${'a.'.repeat(200_000)}@${'b-'.repeat(200_000)}`;
    const start = performance.now();
    readMailAddress(long);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
