import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyRing } from '../../src/platform/crypto/key-ring.js';
import { newId } from '../../src/platform/database/id.js';
import { cloneDatabase, type TestDatabase } from '../database/test-database.js';
import { SentServer } from './sent-server.js';
import { type FaultPhase, type Seen, Sink, type SinkFault } from './sink.js';

export interface PostPlan {
  readonly mailboxes: number;
  readonly slowMs?: number;
  readonly fault?: (phase: FaultPhase, seen: Seen) => SinkFault | null;
  readonly reached?: (phase: FaultPhase, seen: Seen) => void;
  readonly beforeKeep?: () => Promise<void>;
  /** Whether Sent shows what was kept; a server that keeps no copies shows nothing. */
  readonly keepsCopies?: () => boolean;
}

/** A workspace with mailboxes at a sink and a Sent folder, and mails that wait in it. */
export class MailPost {
  private made = 0;

  private constructor(
    readonly database: TestDatabase,
    readonly sink: Sink,
    readonly sent: SentServer,
    readonly data: string,
    readonly workspaceId: string,
    readonly mailboxIds: readonly string[],
  ) {}

  static async open(plan: PostPlan): Promise<MailPost> {
    const data = mkdtempSync(join(tmpdir(), 'linkledger-sending-'));
    const database = await cloneDatabase();
    const sink = new Sink({
      log: join(data, 'sink.log'),
      slowMs: plan.slowMs ?? 0,
      ...(plan.fault === undefined ? {} : { fault: plan.fault }),
      ...(plan.reached === undefined ? {} : { reached: plan.reached }),
      ...(plan.beforeKeep === undefined ? {} : { beforeKeep: plan.beforeKeep }),
    });
    const sent = new SentServer((id) => plan.keepsCopies?.() !== false && sink.has(id));
    const ports = { smtp: await sink.start(), imap: await sent.start() };
    const workspaceId = await makeWorkspace(database);
    const mailboxIds: string[] = [];
    const ring = new KeyRing(data);
    for (let at = 0; at < plan.mailboxes; at += 1) {
      const id = newId();
      const secret = await ring.seal('hunter2', { workspaceId, field: `mailbox:${id}` });
      await database.asOwner(MAILBOX, [
        workspaceId,
        id,
        `team${String(at)}@sender.example`,
        ports.smtp,
        ports.imap,
        secret,
      ]);
      mailboxIds.push(id);
    }
    return new MailPost(database, sink, sent, data, workspaceId, mailboxIds);
  }

  /** A workspace with one mailbox and nothing around it. */
  static async place(database: TestDatabase): Promise<{ workspaceId: string; mailboxId: string }> {
    const [workspaceId, mailboxId] = [await makeWorkspace(database), newId()];
    await database.asOwner(MAILBOX, [
      workspaceId,
      mailboxId,
      'team@sender.example',
      25,
      143,
      Buffer.from(''),
    ]);
    return { workspaceId, mailboxId };
  }

  /** Writes mails down that are due at once; answers their ids. */
  async write(count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, () => newId());
    const rows = ids.map((id) => {
      const no = this.made++;
      return { id, no, mailbox: this.mailboxIds[no % this.mailboxIds.length] };
    });
    await this.database.asOwner(MAILS, [this.workspaceId, JSON.stringify(rows)]);
    return ids;
  }

  async close(): Promise<void> {
    await this.sink.close();
    await this.sent.close();
    await this.database.drop();
    rmSync(this.data, { recursive: true, force: true });
  }
}

async function makeWorkspace(database: TestDatabase): Promise<string> {
  const id = newId();
  await database.asOwner(
    `insert into workspaces (id, name, locale, time_zone, created_at) values ($1, 'Post', 'en', 'UTC', now())`,
    [id],
  );
  return id;
}

const MAILBOX = `insert into mailboxes (workspace_id, id, address, address_key, sender_name, sign_in, smtp_host, smtp_port, smtp_security,
    imap_host, imap_port, imap_security, user_name, sealed_secret, cap_per_day, gap_seconds, gap_jitter_seconds, window_from, window_until,
    work_days, time_zone, history_state, sent_copy, sent_copy_seen, created_at, updated_at)
  values ($1, $2, $3, $3, 'Team', 'password', '127.0.0.1', $4, 'none', '127.0.0.1', $5, 'none', $3, $6, 10000, 0, 0, '00:00', '24:00',
    '{1,2,3,4,5,6,7}', 'UTC', 'refused', 'by_server', 20, now(), now())`;

const MAILS = `insert into outbound_messages (workspace_id, id, mailbox_id, kind, message_id, from_address, from_name, to_address, to_address_key,
    to_name, to_domain, subject, body_text, not_before, created_at, updated_at)
  select $1, m.id, m.mailbox, 'single', 'mail-' || m.no || '-' || m.id || '@sender.example', b.address, 'Team',
    'person' || m.no || '@site' || m.no || '.example', 'person' || m.no || '@site' || m.no || '.example', 'Person ' || m.no,
    'site' || m.no || '.example', 'Subject ' || m.no, repeat('Some words of mail ' || m.no || '. ', 30), now() - interval '1 minute', now(), now()
  from jsonb_to_recordset($2::jsonb) as m (id uuid, no int, mailbox uuid) join mailboxes b on b.id = m.mailbox`;
