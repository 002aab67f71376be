import { afterAll, beforeAll, expect } from '@jest/globals';
import { MailboxRound } from '../../src/modules/inbox/mailbox-round.js';
import { MailboxSession } from '../../src/modules/inbox/mailbox-session.js';
import { READING_LIMITS, type ReadingLimits } from '../../src/modules/inbox/reading-limits.js';
import { MailServers } from '../builders/mail-server.js';
import { aMail } from '../builders/outreach.js';
import { type Line, type Script, ScriptedImap } from '../builders/scripted-imap.js';
import { startApp, type TestApp } from '../http/app.js';
import type { Answer } from '../http/browser.js';
import { type Person, setUp } from '../http/people.js';

export const MILA = { address: 'mila@agency.example', password: 'a password of mila’s own' };
export const MEGABYTE = 1024 * 1024;
/** The usual limits, with less patience. */
export const SHORT: ReadingLimits = {
  ...READING_LIMITS,
  connect: { greetingMs: 400, silenceMs: 60_000, wholeMs: 2_000 },
  look: { ms: 1_500, bytes: 200_000 },
  fetch: { ms: 3_000, bytes: 2_000_000 },
  pollEveryMs: 300,
  gapMs: 20,
  noopMs: 400,
  retryMs: 5,
  retryAtMostMs: 40,
};
/** What would set a mark on a mail, or change anything else. */
const MARKING = /\b(?:STORE|SELECT|EXPUNGE|COPY|MOVE|APPEND|DELETE|CREATE|BODY\[|RFC822(?!\.SIZE)|BINARY\[)/i;

export interface KeptHere extends Record<string, unknown> {
  readonly uid: number;
  readonly kind: string;
  readonly rule: string;
  readonly subject: string;
}

interface InboxHere extends Record<string, unknown> {
  readonly code: string | null;
  readonly read: number;
  readonly isPolled: boolean;
}

/** A team whose mailboxes lie on servers that do what a script says. */
export class HostileDesk {
  app!: TestApp;
  owner!: Person;
  imap!: ScriptedImap;
  mailboxId = '';
  private boxes = 0;
  private servers!: MailServers;

  /** Opens it before the tests of a file and closes it after them. */
  static ofThisFile(): HostileDesk {
    const desk = new HostileDesk();
    beforeAll(async () => {
      desk.servers = await MailServers.start([MILA]);
      desk.app = await startApp({ settings: { LINKLEDGER_FETCH_ALLOW: '127.0.0.1/32' } });
      desk.owner = await setUp(desk.app);
    });
    afterAll(async () => {
      await desk.app.close();
      await desk.servers.close();
    });
    return desk;
  }

  /** A mailbox on a scripted server of its own, connected while the server still behaved. */
  async connected(): Promise<void> {
    this.boxes += 1;
    this.imap = await ScriptedImap.start();
    const { body } = await this.owner.browser.post('/mailboxes', {
      ...this.servers.connection(MILA.address),
      address: `team${this.boxes}@agency.example`,
      userName: MILA.address,
      imap: { host: '127.0.0.1', port: this.imap.port, security: 'none' },
      senderName: 'Mila Berg',
      signature: 'Canal Agency',
    });
    this.mailboxId = String(body.id);
  }

  /** Lets the mailbox be read, as a worker does, until what is looked for is there. */
  async readUntil(look: () => Promise<boolean>, limits = SHORT): Promise<void> {
    const named = { workspaceId: this.owner.workspaceId, mailboxId: this.mailboxId };
    const session = new MailboxSession(this.app.get(MailboxRound), named, limits, () => undefined);
    const running = session.run();
    while (!(await look())) await new Promise((resolve) => setTimeout(resolve, 20));
    session.stop();
    await running;
  }

  async inbox(): Promise<InboxHere | undefined> {
    const [folder] = await this.ask<InboxHere>(
      `select error_code as code, last_uid::int as read, polled_until is not null as "isPolled" from mailbox_folders where mailbox_id = $1 and path = 'INBOX'`,
    );
    return folder;
  }

  /** Whether the reason stands on the folder. */
  until(code: string): () => Promise<boolean> {
    return () => this.inbox().then((folder) => folder?.code === code);
  }

  /** Whether everything up to a mail was read, with no trouble left. */
  hasRead(uid: number): () => Promise<boolean> {
    return () =>
      this.inbox().then((folder) => folder?.read === uid && folder.code === null && folder.isPolled);
  }

  kept(): Promise<KeptHere[]> {
    return this.ask<KeptHere>(
      `select uid::int as uid, kind, rule, subject from inbound_messages where mailbox_id = $1 and rule <> 'failed' order by uid`,
    );
  }

  /** The mailbox as its page shows it. */
  async shown(): Promise<Answer['body']> {
    return (await this.owner.browser.get(`/mailboxes/${this.mailboxId}`)).body;
  }

  ask<Row extends Record<string, unknown>>(sql: string): Promise<Row[]> {
    return this.app.database.asOwner<Row>(sql, [this.mailboxId]);
  }

  /** Closes the server. Nothing but looking was ever asked of it, and it could send no more than a little. */
  async ended(): Promise<void> {
    await this.imap.close();
    expect(this.imap.transcript.filter((said) => MARKING.test(said))).toEqual([]);
    expect(this.imap.mostTaken).toBeLessThan(64 * MEGABYTE);
  }
}

/** A mail of these words. */
export function letter(subject: string): string {
  return aMail({ from: 'ann@pond.example', to: MILA.address, subject, text: `About ${subject}.` });
}

/** A command is answered in a way of its own, everything else as it should be. */
export const answering = (verb: string, answer: (line: Line, tag: string) => void): Script => ({
  on: (command, line) => {
    if (command.verb !== verb) return false;
    answer(line, command.tag);
    return true;
  },
});
export const saying = (verb: string, text: string): Script =>
  answering(verb, (line, tag) => line.say(text.replaceAll('TAG', tag)));
export const flooding = (verb: string, text: string): Script => answering(verb, (line) => line.flood(text));
export const dripping = (verb: string, text: string): Script => answering(verb, (line) => line.drip(text));
export const cutting = (verb: string, text: string): Script =>
  answering(verb, (line) => {
    line.say(text);
    line.hangUp();
  });
