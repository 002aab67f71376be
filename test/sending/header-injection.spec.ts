import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ClaimsRepository } from '../../src/modules/sending/claims.repository.js';
import { HoldsRepository } from '../../src/modules/sending/holds.repository.js';
import { MailNews } from '../../src/modules/sending/mail-news.js';
import type { NewOutbound } from '../../src/modules/sending/outbound.port.js';
import { OutboundRepository } from '../../src/modules/sending/outbound.repository.js';
import { OutboundMessages } from '../../src/modules/sending/outbound-messages.service.js';
import { KeyRing } from '../../src/platform/crypto/key-ring.js';
import { Database } from '../../src/platform/database/database.js';
import { AppError } from '../../src/platform/errors/app-error.js';
import { Events } from '../../src/platform/events/events.js';
import { Notify } from '../../src/platform/events/notify.js';
import { composeMail, WrongMail } from '../../src/platform/mail/mime-composer.js';
import { smtpExchange } from '../../src/platform/mail/smtp-exchange.js';
import { startPlatform, type TestPlatform } from '../database/platform.js';
import { MailPost } from './mail-post.js';
import { PAYLOADS } from './payloads.js';
import { Sink } from './sink.js';

let folder: string;
let platform: TestPlatform;
let sink: Sink;
let port: number;
let messages: OutboundMessages;
let place: { workspaceId: string; mailboxId: string };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'linkledger-headers-'));
  platform = await startPlatform();
  sink = new Sink({ log: join(folder, 'sink.log') });
  port = await sink.start();
  place = await MailPost.place(platform.database);
  const database = platform.get(Database);
  messages = new OutboundMessages(
    database,
    new OutboundRepository(database),
    new HoldsRepository(database),
    new MailNews(platform.get(Events), platform.get(Notify), database),
    new KeyRing(folder),
    platform.clock,
  );
});
afterAll(async () => {
  await sink.close();
  await platform.close();
  rmSync(folder, { recursive: true });
});

const MAIL: Omit<NewOutbound, 'mailboxId'> = {
  kind: 'single',
  isFirst: true,
  isCold: true,
  toAddress: 'ann@site.example',
  toName: 'Ann',
  subject: 'A word',
  text: 'Dear Ann,\n\nsome words.',
  html: '<p>some words</p>',
  inReplyTo: 'one@site.example',
  references: ['zero@site.example'],
  unsubscribeUrl: 'https://team.example/u/v1.abc.def',
  notBefore: new Date('2026-11-20T09:00:00Z'),
};
const HEADERS = [
  'content-type',
  'date',
  'from',
  'in-reply-to',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'message-id',
  'mime-version',
  'references',
  'subject',
  'to',
];

type Sent = { headers: Map<string, string>; names: string[]; recipients: readonly string[]; from: string };

/** Writes the mail, builds it and hands it over, as the sender does; null where that was refused. */
async function sent(changes: Partial<NewOutbound>, box: Record<string, string> = {}): Promise<Sent | null> {
  const database = platform.get(Database);
  const columns = { address: 'team@sender.example', sender_name: 'Team', signature: 'Team', ...box };
  try {
    const row = await database.inWorkspace(place, async () => {
      await database
        .manager()
        .query('update mailboxes set address = $2, sender_name = $3, signature = $4 where id = $1', [
          place.mailboxId,
          columns.address,
          columns.sender_name,
          columns.signature,
        ]);
      const [id = ''] = await messages.make([{ ...MAIL, mailboxId: place.mailboxId, ...changes }]);
      return new ClaimsRepository(database).one(id);
    });
    if (row === null) throw new Error('no mail was made');
    const bytes = await composeMail({ ...row, date: MAIL.notBefore });
    const server = { host: '127.0.0.1', servername: 'x', port, security: 'none', trusted: [] } as const;
    const mayBegin = () => Promise.resolve(true);
    await smtpExchange(
      { ...server, auth: { user: '', pass: '' } },
      { from: row.fromAddress, to: row.toAddress, bytes, mayBegin },
    );
    return parsed();
  } catch (error) {
    // PostgreSQL itself refuses NUL and lone surrogates.
    if (error instanceof AppError || error instanceof WrongMail || isRefusedText(error)) return null;
    throw error;
  }
}

const isRefusedText = (error: unknown): boolean =>
  error instanceof Error &&
  /invalid byte sequence|unsupported Unicode|null character|too long|check constraint/i.test(error.message);

/** Reads what the sink kept with nothing of the product. */
function parsed(): Sent {
  const mail = sink.kept.at(-1);
  const head = (mail?.bytes ?? '').split('\r\n\r\n')[0] ?? '';
  const lines = head.replace(/\r\n[ \t]/g, ' ').split('\r\n');
  const pairs = lines.map(
    (line) =>
      [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()] as const,
  );
  return {
    headers: new Map(pairs),
    names: pairs.map(([name]) => name).sort(),
    recipients: mail?.recipients ?? [],
    from: mail?.from ?? '',
  };
}

it('a plain mail has exactly its headers, and the links to leave once each', async () => {
  const mail = await sent({});
  expect(mail?.names).toEqual(HEADERS);
  expect(mail?.headers.get('list-unsubscribe')).toContain('<https://team.example/u/v1.abc.def>');
  expect(mail?.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  expect(mail?.headers.get('references')).toBe('<zero@site.example> <one@site.example>');
  expect(mail?.recipients).toEqual(['ann@site.example']);
});

it('forty payloads', () => {
  expect(new Set(PAYLOADS).size).toBe(40);
});

const FIELDS: [string, (payload: string) => Promise<Sent | null>][] = [
  ['the name of the recipient', (payload) => sent({ toName: payload })],
  ['the name of the sender', (payload) => sent({}, { sender_name: payload })],
  ['the subject', (payload) => sent({ subject: payload })],
  ['the text', (payload) => sent({ text: payload })],
  ['the HTML', (payload) => sent({ html: payload })],
  ['the signature', (payload) => sent({}, { signature: payload })],
  ['a value within the text', (payload) => sent({ text: `Dear ${payload},\n\nwords` })],
  ['a value within the subject', (payload) => sent({ subject: `About ${payload}` })],
  ['the address of the recipient', (payload) => sent({ toAddress: payload })],
  ['the address of the sender', (payload) => sent({}, { address: payload })],
  ['the mail that is answered', (payload) => sent({ inReplyTo: payload })],
  ['the mails of the thread', (payload) => sent({ references: [payload] })],
  ['the link to leave', (payload) => sent({ unsubscribeUrl: payload })],
];

it.each(FIELDS)('%s makes no header and no recipient', async (_field, send) => {
  const kept = sink.kept.length;
  let refused = 0;
  for (const payload of PAYLOADS) {
    const mail = await send(payload);
    if (mail === null) refused += 1;
    else {
      expect(mail.names).toEqual(HEADERS);
      expect(mail.recipients).toEqual(['ann@site.example']);
      expect(mail.from).toBe('team@sender.example');
    }
  }
  expect(sink.kept.length - kept).toBe(PAYLOADS.length - refused);
});
