import { describe, expect, it } from '@jest/globals';
import { readOptOut } from '../mail-reading/opt-out/read-opt-out.js';
import { optOutLine } from '../templates/opt-out.js';
import { promisedOptOut } from './promised-opt-out.js';

const meant = (text: string, isToCold = true) => promisedOptOut({ optOut: readOptOut(text), isToCold });

it.each([
  ['en', true],
  ['en', false],
  ['nl', true],
  ['nl', false],
] as const)('the words the line itself asks for are understood (%s, formal: %s)', (locale, isFormal) => {
  const [, words = ''] = /"([^"]+)"/.exec(optOutLine(locale, isFormal)) ?? [];
  expect(meant(words)).toBe('clear');
});

describe('an answer to a mail with the opt-out line', () => {
  it.each([
    'No thanks',
    'no thanks.',
    'No, thanks!',
    'no thank you',
    '"no thanks"',
    'Hi Mila, no thanks.',
    'Hello,\n\nNo, thank you.\n\nKind regards,\nAnn',
    'NO THANKS',
    'Nee, bedankt',
    'nee bedankt!',
    'Nee, dank je wel.',
    'Beste Mila,\n\nNee, dank u.\n\nMet vriendelijke groet,\nAnn Potter',
    'No thanks. We have all the links we need.',
  ])('asks for no more mail: %j', (text) => {
    expect(meant(text)).toBe('clear');
  });

  it.each([
    ['We are not interested.', 'not_interested'],
    ['No thanks, we do not publish guest posts.', 'not_interested'],
    ['Nee, bedankt, wij plaatsen geen gastartikelen.', 'not_interested'],
    ['Geen interesse.', 'not_interested'],
    ['No, thanks to you we found it.', 'not_interested'],
    ['Please remove me from your list.', 'clear'],
    ['Thanks, please send a draft.', 'none'],
  ] as const)('%j stays what it was read as: %s', (text, answer) => {
    expect(meant(text)).toBe(answer);
  });
});

it('no thanks to a mail without the line declines what it offered, and no more', () => {
  expect(meant('No thanks', false)).toBe('not_interested');
});
