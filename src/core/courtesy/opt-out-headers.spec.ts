import { describe, expect, it } from '@jest/globals';
import { carriesOptOut, optOutHeaders } from './opt-out-headers.js';

describe('the headers of one-click unsubscribing', () => {
  it.each([
    ['a cold first mail', { kind: 'sequence', isCold: true }, true],
    ['a cold mail outside of a sequence', { kind: 'single', isCold: true }, true],
    ['an answer in a cold thread', { kind: 'reply', isCold: true }, false],
    ['a mail to somebody who asked, or is known', { kind: 'sequence', isCold: false }, false],
    ['an answer', { kind: 'reply', isCold: false }, false],
  ] as const)('%s', (_, subject, answer) => {
    expect(carriesOptOut(subject)).toBe(answer);
  });

  it('name the page first and the mail after it', () => {
    expect(optOutHeaders('https://crm.example/u/v1.abc.def', 'anna@agency.example')).toEqual([
      {
        name: 'List-Unsubscribe',
        value:
          '<https://crm.example/u/v1.abc.def>, <mailto:anna@agency.example?subject=unsubscribe%20v1.abc.def>',
      },
      { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
    ]);
  });
});
