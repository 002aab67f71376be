import { describe, expect, it } from '@jest/globals';
import { readEmail } from './email.js';

describe('readEmail', () => {
  it.each<[string, string | null]>([
    ['anna@agency.example', 'anna@agency.example'],
    ['  Anna.Bakker+Links@Agency.Example ', 'anna.bakker+links@agency.example'],
    ["o'neill@agency.example", "o'neill@agency.example"],
    ['anna@xn--bcher-kva.example', 'anna@xn--bcher-kva.example'],
    ['anna', null],
    ['anna@agency', null],
    ['@agency.example', null],
    ['anna@', null],
    ['anna..b@agency.example', null],
    ['anna@agency..example', null],
    ['anna@-agency.example', null],
    ['"anna b"@agency.example', null],
    ['anna@[127.0.0.1]', null],
    ['anna@127.0.0.1', null],
    ['anna\r\nbcc: x@agency.example', null],
    ['änna@agency.example', null],
    [`${'a'.repeat(65)}@agency.example`, null],
    [`anna@${'a.'.repeat(125)}example`, null],
    ['', null],
  ])('%j is %j', (text, expected) => {
    expect(readEmail(text)).toBe(expected);
  });
});
