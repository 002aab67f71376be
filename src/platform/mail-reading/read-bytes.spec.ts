import { describe, expect, it } from '@jest/globals';
import { readBytes } from './read-bytes.js';

const CONTEXT = { ownAddresses: ['anna@agency.example'] };

/** A mail of these header lines and this body, as it comes over the wire. */
function mail(head: readonly string[], body = ''): Buffer {
  const usual = [
    'From: Jo <jo@site.example>',
    'To: Anna <anna@agency.example>',
    'Date: Fri, 20 Nov 2026 10:00:00 +0000',
  ];
  const own = head.map((line) => line.split(':')[0]);
  return Buffer.from(
    [...usual.filter((line) => !own.includes(line.split(':')[0])), ...head, '', body].join('\r\n'),
  );
}

const read = (head: readonly string[], body?: string) => readBytes(mail(head, body), CONTEXT);
const REPORT = 'Content-Type: multipart/report; report-type=delivery-status; boundary=b';

function report(fields: string, original = 'Message-ID: <sent@agency.example>\nSubject: hello'): string {
  return `--b\nContent-Type: text/plain\n\nIt failed.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.site.example\n\n${fields}\n--b\nContent-Type: text/rfc822-headers\n\n${original}\n--b--\n`;
}

const FAILED =
  'Final-Recipient: rfc822; jo@site.example\nAction: failed\nStatus: 5.1.1 (no such user)\nDiagnostic-Code: smtp; 550 5.1.1 User unknown';

describe('a mail is taken for', () => {
  it.each<[string, readonly string[], string, string, string]>([
    [
      'a bounce by its report, though it calls itself an automatic answer',
      ['Auto-Submitted: auto-replied', REPORT],
      report(FAILED),
      'bounce',
      'dsn',
    ],
    [
      'nothing bad when a delivery is only late',
      [REPORT],
      report(FAILED.replace('failed', 'delayed')),
      'other',
      'dsn_delayed',
    ],
    [
      'nothing bad when a delivery succeeded',
      [REPORT],
      report(FAILED.replace('failed', 'relayed')),
      'other',
      'dsn_information',
    ],
    [
      'a bounce by a header only Exim and Gmail write',
      ['X-Failed-Recipients: jo@site.example'],
      'failed\n\n  jo@site.example\n    550 no such user',
      'bounce',
      'failed_recipients_header',
    ],
    [
      'a bounce by the header of Exchange Online',
      ['X-MS-Exchange-Message-Is-Ndr:'],
      'jo@site.example\n550 5.1.10 RESOLVER.ADR.RecipientNotFound',
      'bounce',
      'ndr_header',
    ],
    [
      'a bounce by the words of qmail',
      ['From: MAILER-DAEMON@mx.example', 'Subject: failure notice'],
      "I wasn't able to deliver your message.\n\n<jo@site.example>:\nno mailbox here by that name. (#5.1.1)\n",
      'bounce',
      'bounce_subject_and_words',
    ],
    [
      'a bounce in Dutch',
      ['From: postmaster@site.example', 'Subject: Onbestelbaar: hallo'],
      'Het bericht kon niet worden bezorgd.\njo@site.example\n550 5.1.1 Onbekende gebruiker',
      'bounce',
      'bounce_subject_and_words',
    ],
    [
      'a person who asks about a bounce',
      ['Subject: Re: failure notice'],
      'Your mail could not be delivered to me, I got 550 5.1.1. Try again?',
      'reply',
      'person',
    ],
    [
      'a complaint',
      ['Content-Type: multipart/report; report-type=feedback-report; boundary=b'],
      '--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nOriginal-Rcpt-To: jo@site.example\n--b--',
      'complaint',
      'feedback_report',
    ],
    [
      'nothing when a report says it is no spam',
      ['Content-Type: multipart/report; report-type=feedback-report; boundary=b'],
      '--b\nContent-Type: message/feedback-report\n\nFeedback-Type: not-spam\n--b--',
      'other',
      'feedback_no_complaint',
    ],
    [
      'a complaint without the standard part',
      ['Subject: complaint about message from 192.0.2.1', 'Content-Type: multipart/mixed; boundary=b'],
      '--b\nContent-Type: message/rfc822\n\nTo: jo@site.example\n\nx\n--b--',
      'complaint',
      'complaint_words',
    ],
    [
      'an automatic answer by its header',
      ['Subject: Re: hello', 'Auto-Submitted: auto-replied'],
      'I am away.',
      'auto_reply',
      'auto_submitted',
    ],
    [
      'a person when nothing automatic is said',
      ['Subject: Re: hello', 'Auto-Submitted: no'],
      'I am out of the office tomorrow, but yes.',
      'reply',
      'person',
    ],
    ['an automatic answer by an older header', ['X-Autoreply: yes'], 'away', 'auto_reply', 'auto_header'],
    [
      'an automatic answer by its subject in English',
      ['Subject: Automatic reply: hello'],
      'away',
      'auto_reply',
      'auto_subject',
    ],
    [
      'an automatic answer by its subject in Dutch',
      ['Subject: Automatisch antwoord: hallo'],
      'weg',
      'auto_reply',
      'auto_subject',
    ],
    [
      'a person who answers an automatic answer',
      ['Subject: Re: Automatic reply: hello'],
      'thanks',
      'reply',
      'person',
    ],
    [
      'an automatic answer by its precedence',
      ['Subject: Re: hello', 'Precedence: bulk'],
      'away',
      'auto_reply',
      'auto_precedence',
    ],
    [
      'an automatic answer of who left',
      ['Subject: Automatic reply: hello'],
      'Jo is no longer with the company. Mail Piet Jansen (piet@site.example).',
      'left_company',
      'left_words',
    ],
    ['a newsletter', ['List-Unsubscribe: <https://site.example/u>'], 'News', 'other', 'bulk'],
    [
      'a notice of a machine',
      ['Auto-Submitted: auto-generated'],
      'Your certificate expires.',
      'other',
      'auto_submitted',
    ],
    [
      'a read receipt',
      ['Content-Type: multipart/report; report-type=disposition-notification; boundary=b'],
      '--b\nContent-Type: message/disposition-notification\n\nDisposition: displayed\n--b--',
      'other',
      'read_receipt',
    ],
    ['the mail of an unsubscribe button', ['Subject: unsubscribe'], '', 'unsubscribe', 'unsubscribe_mail'],
    [
      'a person with a question about it',
      ['Subject: unsubscribe'],
      'What is this list you have me on, and who runs it?',
      'reply',
      'person',
    ],
    ['a person', ['Subject: Re: hello'], 'Fine.', 'reply', 'person'],
  ])('%s', async (...[, head, body, kind, rule]) => {
    expect(await read(head, body)).toMatchObject({ kind, rule });
  });
});

describe('what is read from a mail', () => {
  it('of a report: whom it speaks of, and the mail it returns', async () => {
    const { recipients, originalIds, inReplyTo } = await read([REPORT], report(FAILED));
    expect({ recipients, originalIds, inReplyTo }).toEqual({
      recipients: [
        {
          address: 'jo@site.example',
          status: '5.1.1',
          replyCode: '550',
          permanent: true,
          scope: 'address',
          reason: 'user_unknown',
        },
      ],
      originalIds: ['sent@agency.example'],
      inReplyTo: 'sent@agency.example',
    });
  });

  it('of a report: each recipient by himself', async () => {
    const second =
      'Final-Recipient: rfc822; al@site.example\nAction: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 552 5.2.2 Mailbox full';
    const { recipients } = await read([REPORT], report(`${FAILED}\n\n${second}`));
    expect(recipients.map(({ address, permanent, reason }) => [address, permanent, reason])).toEqual([
      ['jo@site.example', true, 'user_unknown'],
      ['al@site.example', false, 'mailbox_full'],
    ]);
  });

  it('of an answer: ids, people, subject and new text', async () => {
    const reading = await read(
      [
        'Subject: Re: AW: Fwd[2]: Hello  There',
        'Message-ID: <m@site.example>',
        'In-Reply-To: <a@agency.example>',
        'References: <z@agency.example> <a@agency.example>',
        'Reply-To: desk@site.example',
      ],
      'Fine.\n\nOn Fri, Nov 20, 2026 Anna <anna@agency.example> wrote:\n> Please unsubscribe me',
    );
    expect(reading).toMatchObject({
      messageId: 'm@site.example',
      inReplyTo: 'a@agency.example',
      references: ['z@agency.example', 'a@agency.example'],
      from: { address: 'jo@site.example', name: 'Jo' },
      replyTo: { address: 'desk@site.example' },
      subjectKey: 'hello there',
      date: '2026-11-20T10:00:00.000Z',
      text: 'Fine.',
      optOut: { answer: 'none', sentence: null },
    });
  });

  it('of an answer in HTML: text and quotes apart', async () => {
    const html =
      '<p>Fine, <b>100 euro</b>.</p><div class="gmail_quote">On Fri, 20 Nov 2026 Anna wrote:<blockquote>Hello</blockquote></div><script>x</script>';
    const { text, quoted, terms } = await read(['Subject: Re: hello', 'Content-Type: text/html'], html);
    expect({ text, quoted }).toEqual({
      text: 'Fine, 100 euro.',
      quoted: '> On Fri, 20 Nov 2026 Anna wrote:\n>> Hello',
    });
    expect(terms?.price).toEqual({ value: { amount: '100', currency: 'EUR' }, sentence: 'Fine, 100 euro.' });
  });

  it('of an absence: the day of return and who stands in', async () => {
    const { returnsOn, successor } = await read(
      ['Subject: Out of office'],
      'I am back on 5 January. Until then write to Els Bos at els@site.example.',
    );
    expect({ returnsOn, successor }).toEqual({
      returnsOn: '2027-01-05',
      successor: { address: 'els@site.example', name: 'Els Bos' },
    });
  });

  it('of the body: one hash, whatever header it comes under', async () => {
    const [one, other, different] = await Promise.all([
      read(['X-Folder: a'], 'x'),
      read(['X-Folder: b'], 'x'),
      read([], 'y'),
    ]);
    expect(one.bodyHash).toBe(other.bodyHash);
    expect(one.bodyHash).not.toBe(different.bodyHash);
  });

  it.each([
    ['windows-1252', Buffer.from([0x63, 0x61, 0x66, 0xe9]), 'café'],
    ['koi8-r', Buffer.from([0xd0, 0xd2, 0xc9]), 'при'],
    ['iso-2022-jp', Buffer.from('\u001b$B$3$s\u001b(B', 'latin1'), 'こん'],
  ])('in %s: the text', async (charset, bytes, text) => {
    const whole = Buffer.concat([mail([`Content-Type: text/plain; charset=${charset}`]), bytes]);
    expect((await readBytes(whole, CONTEXT)).text).toBe(text);
  });

  it('of attachments: names, types and sizes', async () => {
    const body =
      '--b\nContent-Type: text/plain\n\nSee.\n--b\nContent-Type: application/pdf; name="a.pdf"\nContent-Transfer-Encoding: base64\n\nAAAA\n--b--';
    const { attachments } = await read(['Content-Type: multipart/mixed; boundary=b'], body);
    expect(attachments).toEqual([{ name: 'a.pdf', type: 'application/pdf', size: 3 }]);
  });
});
