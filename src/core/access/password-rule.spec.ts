import { describe, expect, it } from '@jest/globals';
import { type PasswordFault, passwordFault } from './password-rule.js';

describe('passwordFault', () => {
  it.each<[string, string, PasswordFault | null]>([
    ['nine characters are too few', 'k7w-tr2-q', 'access.password_too_short'],
    ['ten characters are enough', 'k7w-tr2-qz', null],
    ['characters are counted, not their bytes', '🦊🦊🐻🐻🐼🐼🐨🐨🐯', 'access.password_too_short'],
    ['a sentence in small letters is good', 'the heron waits by the lock', null],
    ['256 characters are allowed', 'ab'.repeat(128), null],
    ['257 characters are too many', `${'ab'.repeat(128)}c`, 'access.password_too_long'],
    ['a list word is common', 'qwertyuiop', 'access.password_too_common'],
    ['a list word in capitals is common', 'PASSWORDPASSWORD', 'access.password_too_common'],
    ['a year and a sign do not save it', 'Welcome2026!', 'access.password_too_common'],
    ['a Dutch one is common, too', 'Wachtwoord1', 'access.password_too_common'],
    ['ten digits in a row are common', '1234567890', 'access.password_too_common'],
    ['one character over and over is common', 'zzzzzzzzzzzz', 'access.password_too_common'],
    ['the alphabet backwards is common', 'zyxwvutsrqpo', 'access.password_too_common'],
    ['the own address is common', 'anna.bakker@agency.example', 'access.password_too_common'],
    ['the own name with digits is common', 'anna.bakker99', 'access.password_too_common'],
    ['the own name within a sentence is fine', 'anna.bakker likes herons', null],
  ])('%s', (_, password, expected) => {
    expect(passwordFault(password, 'Anna.Bakker@agency.example')).toBe(expected);
  });
});
