import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { openImap } from '../../src/platform/mail/imap-session.js';
import type { MailServer } from '../../src/platform/mail/smtp-settings.js';
import { MailServers } from '../builders/mail-server.js';

const ANNA = { address: 'anna@agency.example', password: 'the password of anna' };
const BO = { address: 'bo@magazine.example', password: 'the password of bo' };

describe('the mail servers of the tests', () => {
  let mail: MailServers;
  beforeAll(async () => {
    mail = await MailServers.start([ANNA, BO, { address: 'olga@agency.example', token: () => 'token-1' }]);
  });
  afterAll(() => mail.close());

  const serverOf = (port: number, auth: MailServer['auth']): MailServer => ({
    host: '127.0.0.1',
    servername: '127.0.0.1',
    port,
    security: 'none',
    auth,
    trusted: [],
  });

  it('deliver what is sent into the box it is for, and wake who waits there', async () => {
    const session = await openImap(
      serverOf(mail.imapPort(BO.address), { user: BO.address, pass: BO.password }),
    );
    const lock = await session.getMailboxLock('INBOX', { readOnly: true });
    const heard = new Promise<void>((resolve) => session.once('exists', () => resolve()));
    const idle = session.idle();
    const transport = createTransport({
      host: '127.0.0.1',
      port: mail.smtpPort,
      ignoreTLS: true,
      auth: { user: ANNA.address, pass: ANNA.password },
    });
    await transport.sendMail({
      from: ANNA.address,
      to: BO.address,
      subject: 'Herons é',
      text: 'By the lock.',
    });
    transport.close();
    await heard;
    const read = await session.fetchOne('*', { envelope: true, source: true });
    await idle.catch(() => undefined);
    lock.release();
    await session.logout();
    expect(read).toMatchObject({ envelope: { subject: 'Herons é' } });
    expect(mail.taken.map(({ from, to }) => ({ from, to }))).toEqual([
      { from: ANNA.address, to: [BO.address] },
    ]);
  });

  it('take a token, and refuse one that is not good', async () => {
    const port = mail.imapPort('olga@agency.example');
    const session = await openImap(serverOf(port, { user: 'olga@agency.example', accessToken: 'token-1' }));
    const folders = await session.list();
    await session.logout();
    expect(folders.map(({ path, specialUse }) => [path, specialUse])).toEqual(
      expect.arrayContaining([
        ['INBOX', '\\Inbox'],
        ['Sent', '\\Sent'],
        ['Junk', '\\Junk'],
      ]),
    );
    const other = openImap(serverOf(port, { user: 'olga@agency.example', accessToken: 'token-2' }));
    await expect(other).rejects.toMatchObject({ code: 'credentials_refused', phase: 'sign_in' });
  });
});
