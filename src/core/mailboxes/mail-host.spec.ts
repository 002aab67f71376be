import { describe, expect, it } from '@jest/globals';
import { readMailHost } from './mail-host.js';

describe('readMailHost', () => {
  it.each([
    [' SMTP.Agency.Example ', 'smtp.agency.example'],
    ['smtp.bücher.example.', 'smtp.xn--bcher-kva.example'],
    ['192.0.2.1', '192.0.2.1'],
    ['0x7f.1', '127.0.0.1'],
    ['2130706433', '127.0.0.1'],
    ['１２７.0.0.1', '127.0.0.1'],
    ['::1', '[::1]'],
    ['[::ffff:7f00:1]', '[::ffff:7f00:1]'],
  ])('%j is %s', (text, host) => expect(readMailHost(text)).toBe(host));

  it.each([
    '',
    '.',
    'smtp.agency.example:465',
    'smtp.agency.example:80',
    'a@127.0.0.1',
    'http://mail.example',
    'mail.example/path',
    'mail.example#x',
    'mail.example?x',
    'mail.example\r\nEHLO',
    'mail\0.example',
    'a\\@127.0.0.1',
    '%31%32%37.0.0.1',
    'fe80::1%25eth0',
    '[example.com]',
    '1.1.1.1, 2.2.2.2',
    'a'.repeat(254),
  ])('%j is no host', (text) => expect(readMailHost(text)).toBeNull());
});
