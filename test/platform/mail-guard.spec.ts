import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { systemResolver } from '../../src/platform/fetch/dns-resolver.js';
import { openImap } from '../../src/platform/mail/imap-session.js';
import { MailGuard, type MailGuardSettings } from '../../src/platform/mail/mail-guard.js';
import { probeSmtp } from '../../src/platform/mail/smtp-probe.js';
import type { MailSecurity, MailServer } from '../../src/platform/mail/smtp-settings.js';
import { MailServers } from '../builders/mail-server.js';
import { EXPIRED, GOOD } from '../fetch/certificates.js';
import { FORBIDDEN_HOSTS } from '../fetch/forbidden-addresses.js';

const PUBLIC = '93.184.216.34';
const ANNA = { address: 'anna@agency.example', password: 'the password of anna' };

function guard(settings: Partial<MailGuardSettings> = {}): MailGuard {
  return new MailGuard({ resolve: systemResolver(), allow: [], ...settings });
}

async function outcome(
  host: string,
  {
    port = 465,
    security = 'tls',
    ...settings
  }: Partial<MailGuardSettings> & { port?: number; security?: MailSecurity } = {},
): Promise<string> {
  const answer = await guard(settings).server({ host, port, security });
  return answer.ok ? `${answer.host} as ${answer.servername}` : answer.code;
}

describe('the guard of mail servers', () => {
  it.each(FORBIDDEN_HOSTS)('refuses %s', async (host) => {
    const code = await outcome(host, { resolve: () => Promise.resolve(['127.0.0.1']) });
    expect(code).toBe('address_refused');
  });

  it.each<[string, readonly string[], string]>([
    ['one public answer', [PUBLIC], `${PUBLIC} as mail.test`],
    ['a private answer', ['10.0.0.1'], 'address_refused'],
    [
      '500 public answers and one private',
      [...Array<string>(500).fill(PUBLIC), '192.168.1.1'],
      'address_refused',
    ],
    ['a public A and a private AAAA', [PUBLIC, 'fd00::1'], 'address_refused'],
    ['a mapped private address', ['::ffff:169.254.169.254'], 'address_refused'],
    ['no answer', [], 'dns'],
  ])('a name with %s', async (_, addresses, expected) => {
    expect(await outcome('mail.test', { resolve: () => Promise.resolve(addresses) })).toBe(expected);
  });

  it('asks once: a second, different answer has nothing to say', async () => {
    let asked = 0;
    const resolve = () => Promise.resolve([asked++ === 0 ? PUBLIC : '127.0.0.1']);
    expect(await outcome('mail.test', { resolve })).toBe(`${PUBLIC} as mail.test`);
    expect(asked).toBe(1);
  });

  it.each([
    ...[25, 465, 587, 2525, 143, 993].map((port) => [port, `${PUBLIC} as ${PUBLIC}`] as const),
    ...[0, 22, 80, 110, 443, 5432, 6379, 8080, 65_535].map((port) => [port, 'port_refused'] as const),
  ])('port %s of a public address: %s', async (port, expected) => {
    expect(await outcome(PUBLIC, { port })).toBe(expected);
  });

  it.each<[string, string, MailSecurity, string]>([
    ['any port of the opened range', '127.0.0.1', 'tls', '127.0.0.1 as 127.0.0.1'],
    ['clear text there', '127.0.0.1', 'none', '127.0.0.1 as 127.0.0.1'],
    ['no clear text elsewhere', PUBLIC, 'none', 'port_refused'],
    ['no other private range', '10.0.0.1', 'tls', 'address_refused'],
  ])('an opened range opens %s', async (_, host, security, expected) => {
    expect(await outcome(host, { port: 40_123, security, allow: ['127.0.0.0/8'] })).toBe(expected);
  });

  it('refuses clear text on a port of mail, too', async () => {
    expect(await outcome(PUBLIC, { port: 587, security: 'none' })).toBe('clear_text_refused');
  });
});

describe('talking with a mail server', () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  const wish = (port: number, more: Partial<MailServer>): MailServer => ({
    host: '127.0.0.1',
    servername: 'site.test',
    port,
    security: 'tls',
    auth: { user: ANNA.address, pass: ANNA.password },
    trusted: [GOOD.cert],
    ...more,
  });

  /** What SMTP and IMAP come to with the same wish: `ok`, or phase and code. */
  async function both(mail: MailServers, more: Partial<MailServer>): Promise<string[]> {
    const said = (work: Promise<unknown>) =>
      work.then(
        () => 'ok',
        (error: unknown) => {
          const { phase, code } = error as { phase: string; code: string };
          return `${phase} ${code}`;
        },
      );
    return Promise.all([
      said(probeSmtp(wish(mail.smtpPort, more))),
      said(openImap(wish(mail.imapPort(ANNA.address), more)).then((session) => session.logout())),
    ]);
  }

  async function servers(options: Parameters<typeof MailServers.start>[1]): Promise<MailServers> {
    const mail = await MailServers.start([ANNA], options);
    stops.push(() => mail.close());
    return mail;
  }

  it.each<[string, 'tls' | 'starttls', Partial<MailServer>, string]>([
    ['TLS from the first byte', 'tls', {}, 'ok'],
    ['STARTTLS', 'starttls', { security: 'starttls' }, 'ok'],
    ['a certificate of another name', 'tls', { servername: 'other.test' }, 'tls certificate_name'],
    [
      'a certificate of another name after STARTTLS',
      'starttls',
      { security: 'starttls', servername: 'other.test' },
      'tls certificate_name',
    ],
    ['a certificate nobody signed', 'tls', { trusted: [] }, 'tls certificate_untrusted'],
    [
      'a wrong password',
      'tls',
      { auth: { user: ANNA.address, pass: 'wrong' } },
      'sign_in credentials_refused',
    ],
  ])('%s', async (_, security, more, expected) => {
    const mail = await servers({ security, certificate: GOOD });
    expect(await both(mail, more)).toEqual([expected, expected]);
  });

  it('tells a certificate that ran out', async () => {
    const mail = await servers({ security: 'tls', certificate: EXPIRED });
    expect(await both(mail, { trusted: [EXPIRED.cert] })).toEqual([
      'tls certificate_expired',
      'tls certificate_expired',
    ]);
  });

  it('never falls back to clear text where STARTTLS was wished', async () => {
    const mail = await servers({ security: 'none' });
    const signedIn: string[] = [];
    mail.refuse = ({ at, user }) => {
      if (at === 'auth') signedIn.push(user);
      return null;
    };
    expect(await both(mail, { security: 'starttls' })).toEqual(['tls tls_missing', 'tls tls_missing']);
    expect(signedIn).toEqual([]);
  });

  it('says nothing of what the server said', async () => {
    const server: Server = createServer((socket) => socket.end('SSH-2.0-secret-banner\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    stops.push(() => new Promise((resolve) => server.close(() => resolve())));
    const { port } = server.address() as AddressInfo;
    const faults = await Promise.all(
      [probeSmtp, openImap].map((talk) =>
        talk(wish(port, { security: 'none' })).then(
          () => 'ok',
          (error: unknown) => `${String(error)} ${JSON.stringify(error)}`,
        ),
      ),
    );
    expect(faults.join(' ')).not.toMatch(/secret|banner|SSH/);
    expect(faults).not.toContain('ok');
  });
});
