/** A mail made to break a reader, and whether it can be read within the limits. */
export interface HostileMail {
  readonly name: string;
  readonly bytes: Buffer;
}

const HEAD = 'From: a@site.example\r\nTo: us@agency.example\r\nSubject: Re: hello\r\n';

/** Mail bombs and nonsense, made anew at each call: sizes that would take minutes or gigabytes if anything were more than linear. */
export function hostileMails(): readonly HostileMail[] {
  return [
    mail('100,000 parts', () =>
      multipart('b', `--b\r\nContent-Type: text/plain\r\n\r\nx\r\n`.repeat(100_000)),
    ),
    mail('900 parts', () => multipart('b', `--b\r\nContent-Type: text/plain\r\n\r\nx\r\n`.repeat(900))),
    mail('parts nested 10,000 deep', nested),
    mail(
      'mails in mails, 2,000 deep',
      () => `${HEAD}${'Content-Type: message/rfc822\r\n\r\n'.repeat(2_000)}x`,
    ),
    mail('a header of 50 MB', () => `${HEAD}X-Big: ${'a'.repeat(50 * 1024 * 1024)}\r\n\r\nbody`),
    mail('a From of 1 MB', () => `From: ${'"a" <'.repeat(200_000)}\r\n\r\nbody`),
    mail('a From of 100,000 addresses', () => `From: ${'a@site.example, '.repeat(60_000)}\r\n\r\nbody`),
    mail('groups and comments without end', () => `To: ${'g: (('.repeat(100_000)}\r\n\r\nbody`),
    mail('100,000 folded lines', () => `${HEAD}X-Long: a\r\n${' b\r\n'.repeat(100_000)}\r\nbody`),
    mail('10,000 encoded words', () => `Subject: ${'=?utf-8?b?4oKs?= '.repeat(10_000)}\r\n\r\nbody`),
    mail('20,000 parts of one parameter (RFC 2231)', () => {
      const parameters = Array.from({ length: 20_000 }, (_, at) => `name*${at}*=%41`).join('; ');
      return `${HEAD}Content-Type: application/x; ${parameters}\r\n\r\nbody`;
    }),
    mail('a charset there is not', () => `${HEAD}Content-Type: text/plain; charset="x-klingon"\r\n\r\nbody`),
    mail('UTF-16 with half a pair', () =>
      Buffer.concat([
        text(`${HEAD}Content-Type: text/plain; charset=utf-16le\r\n\r\n`),
        Buffer.from([0x00, 0xd8, 0x41, 0x00]),
      ]),
    ),
    mail('NUL everywhere', () => `${HEAD}\u0000Subject: x\u0000\r\n\r\nbo\u0000dy`),
    mail(
      'a surrogate in an encoded word',
      () => 'Subject: =?utf-8?b?7aCA?=\r\nFrom: a@site.example\r\n\r\nbody',
    ),
    mail('no header at all', () => 'body'),
    mail('nothing', () => ''),
    mail('lines without end', () => `${HEAD}\r\n${'a'.repeat(3 * 1024 * 1024)}`),
    mail('50,000 empty lines', () => `${HEAD}\r\n${'\n'.repeat(50_000)}`),
    mail('quotes 50,000 lines long', () => `${HEAD}\r\n${'> > > x\r\n'.repeat(50_000)}`),
    mail(
      'HTML nested 100,000 deep',
      () => `${HEAD}Content-Type: text/html\r\n\r\n${'<div><b>'.repeat(50_000)}x`,
    ),
    mail(
      'HTML tables in tables',
      () => `${HEAD}Content-Type: text/html\r\n\r\n${'<table><a><p>'.repeat(20_000)}x`,
    ),
    mail('a boundary that is never closed', () => multipart('b', '--b\r\n'.repeat(50))),
    mail('a report of 100,000 recipients', () =>
      report(
        `Reporting-MTA: dns; x.example\n\n${'Final-Recipient: rfc822; a@site.example\nAction: failed\nStatus: 5.1.1\n\n'.repeat(100_000)}`,
      ),
    ),
    mail('a status field of 1 MB', () =>
      report(
        `Final-Recipient: rfc822; a@site.example\nStatus: 5.${'1'.repeat(1_000_000)}\nDiagnostic-Code: smtp; ${'5'.repeat(500_000)}`,
      ),
    ),
    mail('JSON nested 100,000 deep', () => `${HEAD}\r\n${'{"a":'.repeat(100_000)}`),
    mail(
      'base64 that is none',
      () => `${HEAD}Content-Transfer-Encoding: base64\r\n\r\n${'=?*\u00e9'.repeat(100_000)}`,
    ),
    mail('winmail.dat', () =>
      multipart(
        'b',
        '--b\r\nContent-Type: application/ms-tnef; name="winmail.dat"\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+Ig==\r\n--b--\r\n',
      ),
    ),
    ...ODD_TEXTS.map(([name, line]) => mail(`a text of ${name}`, () => `${HEAD}\r\n${line}`)),
    ...ODD_TEXTS.map(([name, line]) =>
      mail(`a report of ${name}`, () =>
        report(
          `Final-Recipient: rfc822; a@site.example\nAction: failed\nDiagnostic-Code: smtp; 550 ${line.replaceAll('\n', ' ')}`,
        ),
      ),
    ),
  ];
}

/** Texts patterns with repetitions in them would backtrack on. */
const ODD_TEXTS: readonly (readonly [string, string])[] = [
  ['spaces', ' '.repeat(200_000)],
  ['one letter', 'a'.repeat(200_000)],
  ['at signs', 'a@'.repeat(100_000)],
  ['words of accounts', 'user mailbox account the recipient address is '.repeat(5_000)],
  ['words of stopping', 'please stop the not no more do not remove me from '.repeat(5_000)],
  ['numbers', '1.1.1 550 5.1 1,000 12/12 €'.repeat(8_000)],
  ['colons', 'On 3 Nov 2026 a@b.example wrote: '.repeat(6_000)],
  ['short lines that end in colons', 'On 3 Nov 2026\n'.repeat(20_000)],
  ['brackets', '<<<<((((>>>>'.repeat(20_000)],
  ['dashes', '-- __ =='.repeat(25_000)],
  ['months', 'january 1 mei 2 tot en met '.repeat(8_000)],
  ['capitals', 'Jan Van Den Berg '.repeat(12_000)],
];

function mail(name: string, make: () => string | Buffer): HostileMail {
  const made = make();
  return { name, bytes: typeof made === 'string' ? text(made) : made };
}

function text(made: string): Buffer {
  return Buffer.from(made, 'utf8');
}

function multipart(boundary: string, body: string): string {
  return `${HEAD}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n${body}`;
}

function report(fields: string): string {
  return `From: MAILER-DAEMON@site.example\r\nSubject: failure notice\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n${fields}\r\n--b--\r\n`;
}

function nested(): string {
  const parts = Array.from(
    { length: 10_000 },
    (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
  );
  return `${HEAD}Content-Type: multipart/mixed; boundary=b0\r\n\r\n${parts.join('')}`;
}
