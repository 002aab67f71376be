import { describe, expect, it } from '@jest/globals';
import { listColumns, readRow } from './read-suppressions.js';

describe('a row of a list of whom not to contact', () => {
  it.each([
    ['an address', 'Anna@Paper.Example', { addressKey: 'anna@paper.example' }],
    ['an address with a name', 'Anna <anna@paper.example>', { addressKey: 'anna@paper.example' }],
    ['a domain', 'paper.example', { site: 'paper.example' }],
    ['a domain with @ before it', '@paper.example', { site: 'paper.example' }],
    ['a sub-domain is its site', 'news.paper.example', { site: 'paper.example' }],
    ['a web address', 'https://www.paper.example/about', { site: 'paper.example' }],
  ])('%s', (_, text, named) => {
    expect(readRow(3, [text])).toEqual({ lineNo: 3, named, reason: null, note: '' });
  });

  it.each([
    ['words', 'hello there', 'not_an_address'],
    ['nothing', '', 'not_an_address'],
    ['a name without a suffix', 'localhost', 'not_an_address'],
    ['two addresses', 'a@paper.example, b@paper.example', 'not_an_address'],
    ['a domain of free mail', 'gmail.com', 'free_mail_domain'],
    ['a sub-domain of free mail', '@mail.gmail.com', 'free_mail_domain'],
  ])('%s is refused', (_, text, fault) => {
    expect(readRow(2, [text])).toEqual({ lineNo: 2, fault, text });
  });

  it.each([
    ['', null],
    ['bounced', 'bounced'],
    ['Unsubscribed', 'asked'],
    ['hard bounce', 'bounced'],
    ['Spam', 'complained'],
  ])('with the reason "%s" has %s', (said, reason) => {
    const row = readRow(1, ['a@paper.example', said, ' on the phone '], { named: 0, reason: 1, note: 2 });
    expect(row).toMatchObject({ reason, note: 'on the phone' });
  });

  it('with a reason nobody knows is refused', () => {
    const row = readRow(1, ['a@paper.example', 'whim'], { named: 0, reason: 1, note: -1 });
    expect(row).toEqual({ lineNo: 1, fault: 'unknown_reason', text: 'whim' });
  });
});

describe('the first row', () => {
  it.each([
    ['names its columns', ['Name', 'E-mail', 'Reden'], { named: 1, reason: 2, note: -1 }],
    ['names a domain column', ['domain'], { named: 0, reason: -1, note: -1 }],
    ['is a row like the others', ['anna@paper.example'], null],
    ['says nothing of use', ['foo', 'bar'], null],
  ])('%s', (_, cells, columns) => {
    expect(listColumns(cells)).toEqual(columns);
  });
});
