import { describe, expect, it } from '@jest/globals';
import { readBytes } from './read-bytes.js';

const UTF8 = 'Content-Type: text/plain; charset=utf-8';

async function read(head: readonly string[], body: string) {
  const mail = [...head, 'To: Anna <anna@agency.example>', '', body].join('\r\n');
  const { kind, rule, recipients } = await readBytes(Buffer.from(mail), { ownAddresses: [] });
  return {
    kind,
    rule,
    recipients: recipients.map(({ address, reason, permanent }) => [address, reason, permanent]),
  };
}

/** Parts of a mail with the boundary b: type and text. */
function parts(...list: readonly (readonly [string, string])[]): string {
  return `${list.map(([type, text]) => `--b\r\nContent-Type: ${type}\r\n\r\n${text}\r\n`).join('')}--b--\r\n`;
}

const FIELDS = 'Reporting-MTA: dns; mx.site.example\r\n\r\nFinal-Recipient: rfc822; jo@site.example';

describe('a report of failure in a layout of its own', () => {
  it.each<[string, readonly string[], string, readonly [string, boolean]]>([
    [
      'inside a mail that a gateway wrote around it',
      [
        'From: postmaster@site.example',
        'Subject: Delivery Status Notification (Failure)',
        'Content-Type: multipart/mixed; boundary=b',
      ],
      parts(
        [
          'message/rfc822',
          `Subject: Failure\r\nContent-Type: multipart/report; boundary=c\r\n\r\n--c\r\nContent-Type: message/delivery-status\r\n\r\n${FIELDS}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--c--`,
        ],
        ['text/plain', 'This message is confidential.'],
      ),
      ['user_unknown', true],
    ],
    [
      'whose text names the mail before the recipients',
      ['From: System Administrator <postmaster@site.example>', 'Subject: Undeliverable: hello'],
      'Your message\r\n\r\n  To: list@agency.example\r\n  Subject: hello\r\n\r\ndid not reach the following recipient(s):\r\n\r\njo@site.example on Friday\r\n    The recipient name is not recognized',
      ['user_unknown', true],
    ],
    [
      'in Dutch, with the code of Exchange in the text alone',
      ['From: Microsoft Outlook <postmaster@site.example>', 'Subject: Onbestelbaar: hallo', UTF8],
      'Het bezorgen aan de volgende geadresseerden is mislukt:\r\n\r\njo@site.example\r\n#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##',
      ['user_unknown', true],
    ],
    [
      'by a rule of the recipient that answers with a receipt (RFC 5429)',
      [
        'From: Mail System <jo@site.example>',
        'Subject: Automatically rejected mail',
        'Auto-Submitted: auto-replied (rejected)',
        'Content-Type: multipart/report; report-type=disposition-notification; boundary=b',
      ],
      parts(
        ['text/plain', 'Your message to <jo@site.example> was automatically rejected:\r\nMailbox is full'],
        [
          'message/disposition-notification',
          'Final-Recipient: rfc822; jo@site.example\r\nDisposition: automatic-action/MDN-sent-automatically; deleted',
        ],
        ['message/rfc822', 'Message-ID: <sent@agency.example>'],
      ),
      ['mailbox_full', false],
    ],
    [
      'from a mailer daemon that gives no reason',
      ['From: MAILER-DAEMON@site.example', 'Subject: Processing error'],
      'Intended recipient: jo@site.example\r\n\r\n------- RETURNED MAIL FOLLOWS -------\r\n\r\nhello',
      ['undetermined', false],
    ],
  ])('%s', async (_, head, body, [reason, permanent]) => {
    expect(await read(head, body)).toMatchObject({
      kind: 'bounce',
      recipients: [['jo@site.example', reason, permanent]],
    });
  });
});

describe('what is told of a delay', () => {
  it.each([
    [
      'Bezorging vertraagd: hallo',
      'Het bericht is nog niet bezorgd. Er wordt opnieuw geprobeerd het te bezorgen aan jo@site.example',
    ],
    [
      'Warnung: Nachricht verzögert',
      'Ihre Nachricht konnte noch nicht zugestellt werden. Zustellversuche werden fortgesetzt.',
    ],
    [
      'Mail Delivery Warning',
      'Delivery to jo@site.example has been postponed. We will continue to try to deliver it.',
    ],
  ])('%s', async (subject, text) => {
    const encoded = `=?UTF-8?B?${Buffer.from(subject).toString('base64')}?=`;
    expect(
      await read(
        ['From: Mail Delivery System <mailer-daemon@site.example>', `Subject: ${encoded}`, UTF8],
        text,
      ),
    ).toMatchObject({ kind: 'other', rule: 'dsn_delayed' });
  });
});

describe('what looks like one of them', () => {
  it.each<[string, readonly string[], string, string]>([
    [
      'a person who forwards a report',
      ['From: Jo <jo@site.example>', 'Subject: Fwd: Undelivered Mail Returned to Sender'],
      'It came back, see below.\r\n\r\nYour message could not be delivered: 550 5.1.1 User unknown',
      'reply',
    ],
    [
      'a receipt that a mail was deleted unread',
      [
        'From: Jo <jo@site.example>',
        'Subject: Not read: hello',
        'Content-Type: multipart/report; report-type=disposition-notification; boundary=b',
      ],
      parts(
        ['text/plain', 'Your message was deleted without being read.'],
        [
          'message/disposition-notification',
          'Final-Recipient: rfc822;jo@site.example\r\nDisposition: automatic-action/MDN-sent-automatically; deleted',
        ],
      ),
      'other',
    ],
    [
      'an absent person who speaks of failed delivery',
      ['From: Jo <jo@site.example>', 'Subject: Out of office: hello', 'Auto-Submitted: auto-replied'],
      'Mail to me is not delivered to anyone else while I am away; parcels are undeliverable.',
      'auto_reply',
    ],
    [
      'a complaint of Outlook.com that a forwarder passed on bare',
      [
        'X-HmXmrOriginalRecipient: jo@site.example',
        'From: Anna <anna@agency.example>',
        'Subject: A guest article',
      ],
      'Hello Jo',
      'complaint',
    ],
    ['a subject that is a word to stop', ['From: Jo <jo@site.example>', 'Subject: STOP'], '', 'unsubscribe'],
    [
      'an answer of a ticket system that only refers to ours',
      [
        'From: Site <help@site.example>',
        'Subject: [#48291] hello',
        'References: <sent@agency.example>',
        'X-Auto-Response-Suppress: All',
      ],
      'We have made a ticket.',
      'auto_reply',
    ],
  ])('%s', async (_, head, body, kind) => {
    expect((await read(head, body)).kind).toBe(kind);
  });

  it('an empty mail to an address for leaving', async () => {
    const mail = 'From: Jo <jo@site.example>\r\nTo: unsubscribe+token@agency.example\r\nSubject: \r\n\r\n';
    expect((await readBytes(Buffer.from(mail), { ownAddresses: [] })).kind).toBe('unsubscribe');
  });
});
