import { describe, expect, it } from '@jest/globals';
import { carriesOptOut, optOutHeaders } from './opt-out-headers.js';

describe('the headers of one-click unsubscribing', () => {
  it.each([
    ['a cold first mail', { isCold: true, campaignKind: 'guest_blogging', isAnswer: false }, true],
    ['a follow-up before any answer', { isCold: true, campaignKind: 'broken_link', isAnswer: false }, true],
    ['a cold mail outside of a campaign', { isCold: true, campaignKind: null, isAnswer: false }, true],
    ['an answer in a cold thread', { isCold: true, campaignKind: 'guest_blogging', isAnswer: true }, false],
    ['a mail to somebody known', { isCold: false, campaignKind: 'guest_blogging', isAnswer: false }, false],
    ['a journalist who asked', { isCold: true, campaignKind: 'haro', isAnswer: false }, false],
  ])('%s', (_, subject, answer) => {
    expect(carriesOptOut(subject)).toBe(answer);
  });

  it('name the page first and the mail after it', () => {
    const mailto = { address: 'anna@agency.example', subject: 'unsubscribe v1.abc' };
    expect(optOutHeaders('https://crm.example/u/v1.abc', mailto)).toEqual([
      {
        name: 'List-Unsubscribe',
        value: '<https://crm.example/u/v1.abc>, <mailto:anna@agency.example?subject=unsubscribe%20v1.abc>',
      },
      { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
    ]);
    expect(optOutHeaders('https://crm.example/u/v1.abc', null)[0]?.value).toBe(
      '<https://crm.example/u/v1.abc>',
    );
  });
});
