import { describe, expect, it } from '@jest/globals';
import { judgeFailure } from './judge-failure.js';

interface Told {
  readonly answer: string;
  readonly status?: string;
  readonly stage?: string;
  readonly action?: string;
}

function judged({ answer, status, stage = '', action = 'failed' }: Told) {
  const account = `${answer} ${stage}`;
  const facts = { answers: [answer], told: [account], account, status: status ?? null, action };
  return judgeFailure({ ...facts, byProgram: false, byOwnersRule: false });
}

const RCPT = '(in reply to RCPT TO command)';
const DATA = '(in reply to end of DATA command)';
const MAIL = '(in reply to MAIL FROM command)';

describe('a failure is permanent', () => {
  it.each<[string, Told, string]>([
    [
      'unknown by status',
      {
        answer:
          '550 5.1.1 <x@site.example>: Recipient address rejected: User unknown in virtual mailbox table',
      },
      'user_unknown',
    ],
    [
      'unknown in answer to RCPT without a status',
      { answer: '550 No such user here', stage: RCPT },
      'user_unknown',
    ],
    [
      'unknown in answer to RCPT with a foreign status',
      { answer: '550 5.2.1 x... User unknown', stage: RCPT },
      'user_unknown',
    ],
    ['by code alone', { answer: '550 5.1.1 failed' }, 'user_unknown'],
    ['by the status field alone', { answer: '', status: '5.1.1' }, 'user_unknown'],
    [
      'at an edge with a directory',
      { answer: '550 5.4.1 Recipient address rejected: Access denied. AS(201806281)', stage: RCPT },
      'user_unknown',
    ],
    [
      'Exchange: not found',
      { answer: '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup' },
      'user_unknown',
    ],
    [
      'Gmail: does not exist',
      {
        answer:
          '550-5.1.1 The email account that you tried to reach does not exist. Please try double-checking the address',
      },
      'user_unknown',
    ],
    [
      'Domino: not in the directory',
      { answer: 'User jo (jo@site.example) not listed in Domino Directory' },
      'user_unknown',
    ],
    [
      'Mail.ru: its own mailbox, though said after the data',
      {
        answer: '550 Local mailbox jo@site.example is unavailable: user not found',
        stage: 'in reply to end of DATA command',
      },
      'user_unknown',
    ],
    [
      'Sendmail: an address of the envelope, at no stage',
      { answer: '553 5.3.0 <jo@site.example>... There is no such user' },
      'user_unknown',
    ],
    ['qmail: no mailbox', { answer: 'Sorry, no mailbox here by that name. (#5.1.1)' }, 'user_unknown'],
    ['German', { answer: '550 5.1.1 Empfänger unbekannt' }, 'user_unknown'],
    [
      'French',
      { answer: '550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient.', stage: RCPT },
      'user_unknown',
    ],
    ['Spanish', { answer: '550 El usuario no existe', stage: RCPT }, 'user_unknown'],
    ['Dutch', { answer: '550 5.1.1 Onbekende gebruiker' }, 'user_unknown'],
    ['Russian', { answer: '550 Такого пользователя нет', stage: RCPT }, 'user_unknown'],
    ['Japanese', { answer: '550 宛先不明', stage: RCPT }, 'user_unknown'],
    [
      'no such host',
      {
        answer:
          'Host or domain name not found. Name service error for name=nowhere.example type=A: Host not found',
        status: '5.4.4',
      },
      'host_unknown',
    ],
    ['Exim: unrouteable', { answer: 'Unrouteable address' }, 'host_unknown'],
    [
      'no such domain',
      { answer: '550 5.1.2 Host unknown (Name server: nowhere.example: no data known)' },
      'host_unknown',
    ],
    ['moved', { answer: '551 5.1.6 User has moved; please try jo@new.example' }, 'moved'],
    [
      'null MX',
      { answer: 'Domain nowhere.example does not accept mail (nullMX)', status: '5.1.0' },
      'domain_takes_no_mail',
    ],
    [
      '521 (RFC 7504)',
      { answer: '521 5.3.2 System not accepting network messages', stage: RCPT },
      'domain_takes_no_mail',
    ],
    [
      'Exim: no SMTP service',
      { answer: 'an MX or SRV record indicated no SMTP service' },
      'domain_takes_no_mail',
    ],
  ])('%s', (_, told, reason) => {
    expect(judged(told)).toMatchObject({ reason, permanent: true, scope: 'address' });
  });
});

describe('a failure passes or is no doing of the address', () => {
  it.each<[string, Told, string, string]>([
    [
      'full, by words',
      { answer: '552 5.2.2 The email account that you tried to reach is over quota' },
      'mailbox_full',
      'mailbox',
    ],
    ['full, in German', { answer: '550 Das Postfach ist voll' }, 'mailbox_full', 'mailbox'],
    ['full, by code', { answer: '452 4.2.2 try later' }, 'mailbox_full', 'mailbox'],
    [
      'full, and called unknown',
      { answer: '550 user unknown. The mailbox is full', stage: RCPT },
      'mailbox_full',
      'mailbox',
    ],
    [
      'disabled',
      { answer: '550 5.2.1 The email account that you tried to reach is disabled' },
      'suspended',
      'mailbox',
    ],
    ['inactive', { answer: '554 delivery error: dd This mailbox is inactive' }, 'suspended', 'mailbox'],
    [
      'unknown, but after the data',
      { answer: '550 : User unknown', stage: DATA },
      'recipient_refused',
      'mailbox',
    ],
    ['unknown, by a bare code at no stage', { answer: '550 User unknown' }, 'recipient_refused', 'mailbox'],
    [
      'unknown for now',
      { answer: '450 4.1.1 Recipient address rejected: unverified address: user unknown', stage: RCPT },
      'recipient_refused',
      'mailbox',
    ],
    [
      'a filter of the recipient',
      { answer: '550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized' },
      'recipient_filter',
      'mailbox',
    ],
    ['too big', { answer: '552 5.3.4 Message size exceeds fixed limit' }, 'too_big', 'message'],
    ['expired', { answer: '550 4.4.7 QUEUE.Expired; message expired' }, 'expired', 'message'],
    [
      'refused connection',
      { answer: 'connect to mx.site.example: Connection refused', status: '4.4.1' },
      'expired',
      'message',
    ],
    ['a loop', { answer: '554 5.4.6 Too many hops 26' }, 'network', 'message'],
    [
      'greylisted',
      { answer: '451 4.7.1 Greylisting in action, please come back later' },
      'greylisted',
      'message',
    ],
    [
      'a lookup that failed for now',
      { answer: 'Host or domain name not found. Name service error', status: '4.4.3' },
      'network',
      'message',
    ],
    [
      'DMARC',
      { answer: '550 5.7.26 Unauthenticated email is not accepted due to domain DMARC policy' },
      'authentication',
      'sender',
    ],
    [
      'SPF, under a status that blames the address',
      { answer: '550 5.1.0 sender rejected, SPF check failed', status: '5.1.0' },
      'authentication',
      'sender',
    ],
    [
      'a blocked IP',
      { answer: '550 5.7.606 Access denied, banned sending IP [192.0.2.1]', stage: RCPT },
      'sender_blocked',
      'sender',
    ],
    [
      'a blocklist',
      { answer: '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org' },
      'sender_blocked',
      'sender',
    ],
    [
      'reverse DNS',
      { answer: '550 5.7.25 The IP address sending this message does not have a PTR record' },
      'reverse_dns',
      'sender',
    ],
    [
      'a sender without a domain',
      { answer: '553 5.1.8 Domain of sender address does not exist' },
      'sender_refused',
      'sender',
    ],
    [
      'something that does not exist, told of MAIL FROM',
      { answer: '553 5.1.0 site.example does not exist', stage: MAIL },
      'sender_refused',
      'sender',
    ],
    [
      'relaying',
      { answer: '554 5.7.1 <x@site.example>: Relay access denied', stage: RCPT },
      'relaying_denied',
      'sender',
    ],
    ['spam', { answer: '550 5.7.1 Message rejected as spam by Content Filtering' }, 'spam', 'sender'],
    ['policy', { answer: '550 Denied by policy', stage: RCPT }, 'policy', 'sender'],
    ['a rate', { answer: '421 4.7.0 Too many connections from your host' }, 'rate_limited', 'sender'],
    ['nothing that can be read', { answer: '550 xyzzy' }, 'undetermined', 'message'],
    ['a delay', { answer: '550 5.1.1 user unknown', action: 'delayed' }, 'delayed', 'message'],
  ])('%s', (_, told, reason, scope) => {
    expect(judged(told)).toMatchObject({ reason, permanent: false, scope });
  });

  it('a program the mail was handed to that failed', () => {
    const facts = {
      answers: ['procmail: No such user'],
      told: [],
      account: '',
      status: '5.1.1',
      action: 'failed',
    };
    expect(judgeFailure({ ...facts, byProgram: true, byOwnersRule: false })).toMatchObject({
      reason: 'mailer',
      permanent: false,
    });
  });

  it('a rule of an owner who lets his server answer', () => {
    const facts = {
      answers: ['550 5.1.1 Mailbox does not exist'],
      told: [],
      account: '',
      status: '5.1.1',
      action: 'failed',
    };
    expect(judgeFailure({ ...facts, byProgram: false, byOwnersRule: true })).toMatchObject({
      reason: 'recipient_filter',
      permanent: false,
    });
  });
});

describe('the codes', () => {
  it.each<[string, Told, string | null, string | null]>([
    [
      'of the report count where they say something',
      { answer: '550 5.1.1 no', status: '5.7.1' },
      '5.7.1',
      '550',
    ],
    [
      'of the answer count where the report is vague',
      { answer: '550 5.1.1 no', status: '5.0.0' },
      '5.1.1',
      '550',
    ],
    ['behind a number sign are read', { answer: 'no mailbox (#5.1.1)' }, '5.1.1', null],
    ['inside addresses of networks are none', { answer: 'host 10.5.1.1 said no' }, null, null],
    ['that are absent are null', { answer: 'it failed' }, null, null],
  ])('%s', (_, told, status, replyCode) => {
    expect(judged(told)).toMatchObject({ status, replyCode });
  });
});
