import { describe, expect, it } from '@jest/globals';
import { type BouncedRecipient, type Effect, type EffectFacts, effectsOf } from './effects.js';

const KEY = 'ann@kiln.example';
const facts = (changes: Partial<EffectFacts>): EffectFacts => ({
  kind: 'reply',
  optOut: 'none',
  fromKey: KEY,
  contactId: 'c1',
  recipients: [],
  mailedKey: KEY,
  returnsOn: null,
  ...changes,
});
const recipient = (changes: Partial<BouncedRecipient>): BouncedRecipient => ({
  addressKey: KEY,
  permanent: true,
  scope: 'address',
  status: '5.1.1',
  reason: 'unknown',
  wasMailed: true,
  softBefore: 0,
  ...changes,
});
const suppress = (reason: 'asked' | 'bounced' | 'complained'): Effect => ({
  do: 'suppress',
  addressKey: KEY,
  reason,
});
const stop = (code: 'opted_out' | 'bounced' | 'complained' | 'left_company'): Effect => ({
  do: 'stop_address',
  addressKey: KEY,
  code,
});
const hard: Effect[] = [{ do: 'address_bounced', addressKey: KEY }, suppress('bounced'), stop('bounced')];

describe('what follows from a mail', () => {
  it.each<[string, Partial<EffectFacts>, Effect[]]>([
    ['a reply pauses', {}, [{ do: 'pause_for_reply' }]],
    [
      'a clear request stops for good',
      { optOut: 'clear' },
      [{ do: 'pause_for_reply' }, suppress('asked'), stop('opted_out')],
    ],
    [
      'a doubtful one waits for a person',
      { optOut: 'doubtful' },
      [{ do: 'pause_for_reply' }, { do: 'pause_address', addressKey: KEY, code: 'opt_out_doubtful' }],
    ],
    [
      'no interest closes the pitch',
      { optOut: 'not_interested' },
      [{ do: 'pause_for_reply' }, { do: 'decline_pitch' }],
    ],
    [
      'an absence delays',
      { kind: 'auto_reply', returnsOn: '2026-12-07' },
      [{ do: 'delay', addressKey: KEY, until: '2026-12-07' }],
    ],
    ['an absence of unknown length changes nothing', { kind: 'auto_reply' }, []],
    ['an absence with words of opting out below is still none', { kind: 'auto_reply', optOut: 'clear' }, []],
    [
      'who has left is former, and the address mailed is stopped',
      { kind: 'left_company', fromKey: 'desk@kiln.example' },
      [{ do: 'contact_left', contactId: 'c1' }, stop('left_company')],
    ],
    ['a hard bounce marks and suppresses', { kind: 'bounce', recipients: [recipient({})] }, hard],
    [
      'a full mailbox is counted',
      { kind: 'bounce', recipients: [recipient({ permanent: false, scope: 'mailbox', softBefore: 1 })] },
      [],
    ],
    [
      'the third within thirty days is hard',
      { kind: 'bounce', recipients: [recipient({ permanent: false, scope: 'mailbox', softBefore: 2 })] },
      hard,
    ],
    [
      'a mail too large says nothing of the address',
      { kind: 'bounce', recipients: [recipient({ permanent: false, scope: 'message', softBefore: 9 })] },
      [],
    ],
    [
      'our own fault pauses the mailbox alone',
      { kind: 'bounce', recipients: [recipient({ permanent: false, scope: 'sender', status: '5.7.26' })] },
      [{ do: 'pause_mailbox', status: '5.7.26', reason: 'unknown' }],
    ],
    [
      'an address nobody wrote to is left alone',
      { kind: 'bounce', recipients: [recipient({ wasMailed: false })] },
      [],
    ],
    [
      'a complaint suppresses whom we mailed',
      { kind: 'complaint', recipients: [recipient({ wasMailed: false, addressKey: 'x@y.example' })] },
      [suppress('complained'), stop('complained')],
    ],
    [
      'an unsubscribing mail suppresses its sender',
      { kind: 'unsubscribe' },
      [suppress('asked'), stop('opted_out')],
    ],
    ['what could not be read may be an answer', { kind: 'unparsed' }, [{ do: 'pause_for_reply' }]],
    [
      'what could not be read of a stranger is nothing',
      { kind: 'unparsed', mailedKey: null, contactId: null },
      [],
    ],
    ['a newsletter is nothing', { kind: 'other', optOut: 'clear' }, []],
    ['our own mail is nothing', { kind: 'own' }, []],
  ])('%s', (_, changes, effects) => {
    expect(effectsOf(facts(changes))).toEqual(effects);
  });
});
