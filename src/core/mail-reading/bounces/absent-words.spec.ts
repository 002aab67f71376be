import { describe, expect, it } from '@jest/globals';
import { judgeFailure } from './judge-failure.js';

/** What is told of an answer to RCPT, or of one at no known stage. */
function told(answer: string, { status = '5.0.0', stage = '(in reply to RCPT TO command)' } = {}) {
  return judgeFailure({
    answers: [answer],
    told: [`${answer} ${stage}`],
    account: `${answer} ${stage}`,
    status,
    action: 'failed',
    byProgram: false,
    byOwnersRule: false,
  });
}

describe('nobody is there, in whatever words', () => {
  it.each([
    '550 There is no one with that name at our office',
    '550 Nobody by that name lives on this host',
    '550 <x@site.example>: recipient could not be resolved',
    '550 The address you entered was not recognised',
    '550 User <x@site.example> is not registered here',
    '550 x@site.example is not a valid mailbox',
    '550 Account x is not in our directory',
    '550 Mailbox has no longer been in use: address no longer valid',
    '550 We do not handle mail for that user',
    '550 address lookup for recipient failed',
    '550 Unrecognized recipient',
    '550 Non existent mailbox',
    '550 User not a member of this domain',
    '553 Mailbox name not allowed',
    '554 Invalid-Recipient',
    '550 Der Empfänger ist hier unbekannt',
    '550 Kein Postfach unter diesem Namen',
    '550 Dit adres bestaat niet meer',
    '550 Ontvanger onbekend',
    '550 Cette adresse n’existe plus',
    '550 Casella inesistente',
    '550 La cuenta no existe',
    '550 Endereço não existe',
    '550 Nie ma takiego adresu',
    '550 Schránka neexistuje',
    '550 Okänd mottagare',
    '550 Modtageren findes ikke',
    '550 Адресат не найден',
  ])('%s', (answer) => {
    expect(told(answer)).toMatchObject({ permanent: true, reason: 'user_unknown' });
  });

  it('is believed where the server says so with its own status and adds a notice', () => {
    expect(
      told('550 5.1.1 User unknown, see our blocklist policy', { status: '5.1.1', stage: '' }),
    ).toMatchObject({ permanent: true, reason: 'user_unknown' });
  });

  it('is a domain where the name service says that there is none', () => {
    const answer = 'DNS Error: lookup of site.example answered NXDOMAIN, domain name not found';
    expect(told(answer, { status: '4.0.0', stage: '' })).toMatchObject({
      permanent: true,
      reason: 'host_unknown',
    });
  });
});

describe('words like these that speak of something else', () => {
  it.each([
    ['550 This host does not accept mail from you', 'recipient_filter'],
    ['550 Unknown sender', 'sender_refused'],
    ['550 Absender unbekannt', 'sender_refused'],
    ['550 Afzender onbekend', 'sender_refused'],
    ['550 Expéditeur inconnu', 'sender_refused'],
    ['550 Invalid HELO name, host does not exist', 'reverse_dns'],
    ['550 HELO argument does not resolve: unknown host', 'reverse_dns'],
    ['535 5.7.8 authentication failed, no such user', 'authentication'],
    ['550 too many mails to unknown users', 'sender_blocked'],
    ['550 Usuario desconocido o buzón lleno', 'mailbox_full'],
    ['550 unknown user or mailbox full', 'mailbox_full'],
    ['550 user unknown, or account disabled', 'suspended'],
    ['450 user unknown for now', 'recipient_refused'],
  ])('%s', (answer, reason) => {
    expect(told(answer)).toMatchObject({ permanent: false, reason });
  });

  it('passes where only the reply says so and the status accuses', () => {
    expect(told('451 no such user at the moment', { status: '5.1.1' })).toMatchObject({
      permanent: false,
      reason: 'recipient_refused',
    });
  });
});
