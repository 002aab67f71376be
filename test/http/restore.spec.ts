import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SuppressionsService } from '../../src/modules/contacts/suppressions.service.js';
import { CourtesyModule } from '../../src/modules/courtesy/courtesy.module.js';
import { RestoreModule } from '../../src/modules/sending/restore.module.js';
import { RestoreControl } from '../../src/modules/sending/restore-control.repository.js';
import { RestoreGuard } from '../../src/modules/sending/restore-guard.service.js';
import { RestoreReconciling } from '../../src/modules/sending/restore-reconciling.service.js';
import { SenderWorker } from '../../src/modules/sending/sender-worker.js';
import { SequencesModule } from '../../src/modules/sequences/sequences.module.js';
import { readManifest, verifyFiles } from '../../src/platform/backup/manifest.js';
import { restoreBackup } from '../../src/platform/backup/read-backup.js';
import { writeBackup } from '../../src/platform/backup/write-backup.js';
import { FixedClock } from '../../src/platform/clock/clock.js';
import { Config } from '../../src/platform/config/config.js';
import { KeyRing } from '../../src/platform/crypto/key-ring.js';
import { sha256 } from '../../src/platform/crypto/secrets.js';
import { Database } from '../../src/platform/database/database.js';
import { Health } from '../../src/platform/health/health.js';
import { JobHandlers } from '../../src/platform/jobs/job-handlers.js';
import { MailServers } from '../builders/mail-server.js';
import { type PlantedStep, plantGround, plantSteps, type SendingGround } from '../builders/sending-ground.js';
import { type SendingProcess, startSending } from '../database/sending.js';
import { cloneDatabase, type TestDatabase } from '../database/test-database.js';

const ANNA = 'anna0@agency.example';
const BEFORE = 20;
const AFTER = process.env['SENDING_RUN'] === 'full' ? 200 : 25;
const REST = 30;

/** A backup at ten; then the day goes on; then the database is lost. */
describe('a database that is put back', () => {
  const clock = new FixedClock(new Date('2026-11-20T10:00:00Z'));
  const databases: TestDatabase[] = [];
  let servers: MailServers;
  let dataDir: string;
  let ground: SendingGround;
  let program: SendingProcess;
  let steps: PlantedStep[];
  let answered: PlantedStep[];
  let optedOut: PlantedStep[];

  const start = (database: TestDatabase): Promise<SendingProcess> =>
    startSending(database, clock, {
      modules: [CourtesyModule, SequencesModule, RestoreModule],
      settings: { LINKLEDGER_DATA_DIR: dataDir, LINKLEDGER_FETCH_ALLOW: '127.0.0.1/32' },
    });
  const last = (): TestDatabase => databases.at(-1) as TestDatabase;
  const copies = (): Map<string, number> => {
    const found = new Map<string, number>();
    for (const { raw } of servers.taken) {
      const id = /^Message-ID:\s*<([^>]+)>/im.exec(raw.toString('latin1'))?.[1] ?? '';
      found.set(id, (found.get(id) ?? 0) + 1);
    }
    return found;
  };
  const due = (from: number, until: number, at: Date): Promise<unknown> =>
    last().asOwner('update outbound_messages set not_before = $1 where id = any ($2::uuid[])', [
      at,
      steps.slice(from, until).map(({ messageId }) => messageId),
    ]);

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'linkledger-restore-'));
    servers = await MailServers.start([{ address: ANNA, password: 'heron' }], { keepsSent: true });
    databases.push(await cloneDatabase());
    const wish = { cap: 10_000, gapSeconds: 0, jitterSeconds: 0, signIn: 'password' as const };
    ground = await plantGround(last(), clock.now(), [{ ...wish, hours: ['00:00', '24:00'] }]);
    const mailboxId = ground.mailboxIds[0] ?? '';
    const many = BEFORE + AFTER + REST;
    const far = new Date('2026-12-20T10:00:00Z');
    steps = await plantSteps(last(), ground, { at: far, since: clock.now(), mailboxId, from: 0, many });
    const secret = await new KeyRing(dataDir).seal('heron', {
      workspaceId: ground.workspaceId,
      field: `mailbox:${mailboxId}`,
    });
    await last().asOwner(
      `update mailboxes set smtp_host = '127.0.0.1', smtp_port = $1, smtp_security = 'none', imap_host = '127.0.0.1', imap_port = $2,
         imap_security = 'none', user_name = address, sealed_secret = $3, sent_copy = 'by_server'`,
      [servers.smtpPort, servers.imapPort(ANNA), secret],
    );
    answered = steps.slice(BEFORE + AFTER, BEFORE + AFTER + 10);
    optedOut = steps.slice(BEFORE + AFTER + 10, BEFORE + AFTER + 15);
    program = await start(last());
  });
  afterAll(async () => {
    await program.close();
    await servers.close();
    for (const database of databases) await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('is written while the program sends, and holds no key', async () => {
    await due(0, BEFORE, clock.now());
    await program.get(SenderWorker).drain();
    expect(servers.taken).toHaveLength(BEFORE);
    await program.get(RestoreGuard).beat();
    const folder = join(dataDir, 'backup');
    const manifest = await writeBackup(last(), folder, clock.now());
    expect(manifest.tables.find(({ name }) => name === 'outbound_messages')?.rows).toBe(steps.length);
    expect(manifest.tables.map(({ name }) => name)).not.toContain('sessions');
    await expect(writeBackup(last(), folder, clock.now())).rejects.toThrow('is there already');
  });

  it('knows nothing of what happened since: mails, answers and people who left it', async () => {
    clock.advance({ hours: 1 });
    await due(BEFORE, BEFORE + AFTER, clock.now());
    await program.get(SenderWorker).drain();
    expect(servers.taken).toHaveLength(BEFORE + AFTER);
    for (const { addressKey } of answered)
      servers
        .box(ANNA)
        .append(
          `From: <${addressKey}>\r\nTo: <${ANNA}>\r\nSubject: Hello\r\nMessage-ID: <a-${addressKey}>\r\n\r\nYes, please.\r\n`,
        );
    await program.get(Database).inWorkspace(ground, () =>
      program.get(SuppressionsService).keep(
        optedOut.map(({ addressKey, messageId }) => ({
          siteId: null,
          addressHash: sha256(addressKey).toString('hex'),
          addressKey,
          clientId: null,
          reason: 'asked' as const,
          source: 'one_click' as const,
          sourceId: messageId,
        })),
      ),
    );
    await program.get(RestoreGuard).beat();
  });

  it('comes back whole, with sending paused, and says so', async () => {
    await program.close();
    const before = await hashes(last());
    databases.push(await cloneDatabase());
    const folder = join(dataDir, 'backup');
    const manifest = await readManifest(folder);
    await verifyFiles(folder, manifest);
    await restoreBackup(last(), { folder, manifest, at: clock.now() });
    const after = await hashes(last());
    const changed = [...before].flatMap(([table, hash]) => (after.get(table) === hash ? [] : [table]));
    // What the hour after the backup changed, and nothing else.
    expect(changed.filter((table) => !CHANGED_SINCE.includes(table))).toEqual([]);
    await expect(restoreBackup(last(), { folder, manifest, at: clock.now() })).rejects.toThrow('not empty');

    clock.advance({ hours: 2 });
    program = await start(last());
    await due(BEFORE, steps.length, clock.now());
    expect(await program.get(RestoreGuard).beat()).toBe('restored');
    expect((await program.get(Health).ask()).parts['sending']).toEqual({ ok: true, state: 'restored' });
    await program.get(SenderWorker).drain();
    expect(servers.taken).toHaveLength(BEFORE + AFTER);
  });

  it('learns from the mailbox what left and who answered, and from the log who opted out', async () => {
    const reports = await program.get(RestoreReconciling).run();
    expect(reports).toEqual([
      {
        workspaceId: ground.workspaceId,
        address: ANNA,
        notLooked: null,
        sent: AFTER,
        answered: answered.length,
        unsure: 0,
        // Who opted out is among them: the last word stops their mails.
        toSend: REST - answered.length,
      },
    ]);
    const lost = await last().asOwner('select 1 from suppressions where lifted_at is null');
    expect(lost).toHaveLength(optedOut.length);
  });

  it('goes on where a person says so: nothing twice, nothing to people who answered or opted out', async () => {
    await program.get(Database).inInstallation(async () => {
      await program.get(RestoreGuard).accept();
      await program
        .get(Database)
        .manager()
        .query('update sending_control set is_paused = false, pause_code = null');
    });
    expect(await program.get(RestoreGuard).beat()).toBe('same');
    clock.advance({ minutes: 10 });
    await program.get(SenderWorker).drain();
    const sent = copies();
    expect([...sent.values()].filter((many) => many !== 1)).toEqual([]);
    expect(sent.size).toBe(steps.length - answered.length - optedOut.length);
    const reached = new Set(servers.taken.flatMap(({ to }) => to));
    expect([...answered, ...optedOut].filter(({ addressKey }) => reached.has(addressKey))).toEqual([]);
  });

  it('is told from a snapshot of the machine that is older than the folder beside it', async () => {
    await last().asOwner(`update sending_control set facts = facts || '{"beat": 1}'`);
    expect(await program.get(RestoreGuard).beat()).toBe('restored');
  });

  it('is none when several processes start for the first time at once', async () => {
    await last().asOwner(
      `update sending_control set restore_token = null, facts = '{}', is_paused = false, pause_code = null`,
    );
    await rm(join(dataDir, 'restore.token'));
    const [database, control, config] = [
      program.get(Database),
      program.get(RestoreControl),
      program.get(Config),
    ];
    const guards = [1, 2, 3, 4].map(
      () => new RestoreGuard(database, control, program.get(JobHandlers), program.get(Health), clock, config),
    );
    const found = await Promise.all(guards.map((guard) => guard.beat()));
    expect(found.sort()).toEqual(['first', 'same', 'same', 'same']);
  });

  it('is not put back from files that are not what was written', async () => {
    const folder = join(dataDir, 'backup');
    const manifest = await readManifest(folder);
    await rm(join(folder, 'tables', 'contacts.ndjson.gz'));
    await expect(verifyFiles(folder, manifest)).rejects.toThrow('contacts.ndjson.gz is not what was written');
    await expect(readManifest(dataDir)).rejects.toThrow('is no backup');
  });
});

const CHANGED_SINCE = [
  'enrollments',
  'enrollment_steps',
  'event_deliveries',
  'event_subjects',
  'events',
  'mailbox_days',
  'mailboxes',
  'outbound_messages',
  'pitches',
  'sending_control',
  'suppressions',
  'touches',
];

/** Every table's rows as one number. */
async function hashes(database: TestDatabase): Promise<Map<string, string>> {
  const tables = await database.asOwner<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
       and relname not in ('sessions', 'limits', 'worker_windows', 'mailbox_leases', 'oauth_states', 'migrations')`,
  );
  const found = new Map<string, string>();
  for (const { name } of tables) {
    const [row] = await database.asOwner<{ hash: string }>(
      `select coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text || '/' || count(*) as hash from ${name} t`,
    );
    found.set(name, row?.hash ?? '');
  }
  return found;
}
