import { expect, it } from '@jest/globals';
import { outcomeOf, SMTP_PHASES, type SmtpEnd, type SmtpPhase } from './smtp-outcome.js';

const end = (phase: SmtpPhase, reply: string | null, fault: string | null = null): SmtpEnd => ({
  phase,
  reply,
  fault,
  isStopped: false,
});

it.each<[string, SmtpEnd, object]>([
  [
    'refused',
    end('connect', null, 'connection_refused'),
    { kind: 'later', ladder: 'ordinary', isHost: true },
  ],
  ['silence before the greeting', end('greeting', null, 'timeout'), { kind: 'later', isHost: true }],
  ['a greeting of 554', end('greeting', '554 no service'), { kind: 'later', isHost: true }],
  ['no STARTTLS', end('greeting', null, 'tls_missing'), { kind: 'later', code: 'tls_missing' }],
  ['535', end('sign_in', '535 5.7.8 no'), { kind: 'sign_in_refused', code: 'smtp_535' }],
  ['534', end('sign_in', '534 5.7.9 app password'), { kind: 'sign_in_refused' }],
  ['530 at MAIL', end('mail', '530 5.7.0 sign in first'), { kind: 'sign_in_refused' }],
  ['454 at AUTH', end('sign_in', '454 4.7.0 later'), { kind: 'later', code: 'smtp_454' }],
  ['a drop at AUTH', end('sign_in', null, 'closed'), { kind: 'later', isHost: false }],
  ['451 at MAIL', end('mail', '451 4.7.1 greylisted'), { kind: 'later', ladder: 'greylist' }],
  ['550 at MAIL', end('mail', '550 5.1.8 your address'), { kind: 'failed', code: 'policy' }],
  ['552 at MAIL', end('mail', '552 5.3.4 too big'), { kind: 'failed', code: 'too_large' }],
  ['450 at RCPT', end('rcpt', '450 4.2.0 greylisted'), { kind: 'later', ladder: 'greylist' }],
  ['452 with a rate at RCPT', end('rcpt', '452 4.3.1 too many messages'), { kind: 'later', ladder: 'rate' }],
  ['550 5.1.1 at RCPT', end('rcpt', '550 5.1.1 no user'), { kind: 'failed', code: 'address_unknown' }],
  [
    '550 of several lines',
    end('rcpt', '550-5.1.1 no\n550 5.1.1 user'),
    { kind: 'failed', code: 'address_unknown' },
  ],
  [
    'unknown user in words',
    end('rcpt', '550 No such user here'),
    { kind: 'failed', code: 'address_unknown' },
  ],
  ['550 5.7.1 at RCPT', end('rcpt', '550 5.7.1 user unknown to policy'), { kind: 'failed', code: 'policy' }],
  ['5.1.7 speaks of the sender', end('rcpt', '553 5.1.7 bad sender'), { kind: 'failed', code: 'refused' }],
  ['550 5.2.1 at RCPT', end('rcpt', '550 5.2.1 disabled'), { kind: 'failed', code: 'refused' }],
  ['421 at RCPT', end('rcpt', '421 4.7.0 slow down'), { kind: 'later', ladder: 'rate' }],
  ['421 at EHLO', end('greeting', '421 busy'), { kind: 'later', isHost: true }],
  ['451 at DATA', end('data', '451 later'), { kind: 'later', ladder: 'ordinary' }],
  ['554 at DATA', end('data', '554 5.5.1 no recipients'), { kind: 'failed', code: 'refused' }],
  ['a drop at DATA', end('data', null, 'closed'), { kind: 'later' }],
  ['2xx at DATA', end('data', '250 ok'), { kind: 'later', code: 'not_spoken' }],
  ['a drop within the body', end('body', null, 'closed'), { kind: 'doubt', code: 'closed' }],
  ['a yes within the body', end('body', '250 ok'), { kind: 'doubt' }],
  ['a no within the body', end('body', '554 5.6.0 no'), { kind: 'failed' }],
  ['421 within the body', end('body', '421 bye'), { kind: 'later' }],
  ['250 after the dot', end('dot', '250 2.0.0 ok id=1'), { kind: 'sent', reply: '250 2.0.0 ok id=1' }],
  ['250 of several lines', end('dot', '250-2.0.0 ok\n250 queued'), { kind: 'sent' }],
  ['another 2xx after the dot', end('dot', '251 will forward'), { kind: 'doubt' }],
  ['354 after the dot', end('dot', '354 go on'), { kind: 'doubt' }],
  ['451 after the dot', end('dot', '451 4.3.0 later'), { kind: 'later', ladder: 'ordinary' }],
  ['421 after the dot', end('dot', '421 bye'), { kind: 'later' }],
  ['550 5.1.1 after the dot', end('dot', '550 5.1.1 no user'), { kind: 'failed', code: 'refused' }],
  ['554 5.7.1 after the dot', end('dot', '554 5.7.1 spam'), { kind: 'failed', code: 'policy' }],
  ['garbage after the dot', end('dot', 'hello world'), { kind: 'doubt' }],
  ['a number that is no answer', end('dot', '2500 ok'), { kind: 'doubt' }],
  ['silence after the dot', end('dot', null, 'timeout'), { kind: 'doubt', code: 'timeout' }],
  ['a drop after the dot', end('dot', null, 'closed'), { kind: 'doubt', code: 'closed' }],
  ['our own stop', { ...end('data', null), isStopped: true }, { kind: 'stopped' }],
])('%s', (_fact, ended, outcome) => {
  expect(outcomeOf(ended)).toMatchObject(outcome);
});

it.each(SMTP_PHASES.filter((phase) => phase !== 'dot'))(
  'nothing at %s is ever a mail that was sent',
  (phase) => {
    for (const reply of ['250 ok', '251 ok', '354 go', '220 hello', 'hello', '', null])
      expect(outcomeOf(end(phase, reply)).kind).not.toBe('sent');
  },
);

it.each(SMTP_PHASES.filter((phase) => !['body', 'dot'].includes(phase)))(
  'before the first byte there is no doubt: %s',
  (phase) => {
    for (const reply of ['250 ok', '451 later', '550 no', '421 bye', 'hello', null])
      expect(outcomeOf(end(phase, reply, 'closed')).kind).not.toBe('doubt');
  },
);
