import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { KeyRing, keyIdOf } from '../../src/platform/crypto/key-ring.js';
import { compiled, fromRoot } from '../../src/platform/paths.js';
import { cloneDatabase, type TestDatabase } from '../database/test-database.js';
import { connection, type SealedRecord, sealRecords, textOf } from './sealed-records.js';

export interface RotationReport {
  readonly kills: number;
  /** Kills that struck while the ring held two keys: between the first and the last step of a rotation. */
  readonly killsInside: number;
  /** Rotations that came to their end before they were killed, the last one counted. */
  readonly ended: number;
  readonly writes: number;
  readonly reads: number;
  readonly records: number;
  readonly seconds: number;
  /** What somebody at work could not read, or read older than it was. */
  readonly wrongAtWork: readonly string[];
  /** What is not sealed with the one key of the ring, or does not hold the text that was written last. */
  readonly wrongAtEnd: readonly string[];
}

/** What a rotation waits for somebody's last writing with an old key, in seconds. */
const GRACE = 2;

/** `linkledger keys rotate` runs again and again and is killed at chance moments, while two workspaces read and write what is sealed; the last run is let end. */
export async function killRotation(kills: number): Promise<RotationReport> {
  const began = performance.now();
  const database = await cloneDatabase();
  const data = mkdtempSync(join(tmpdir(), 'linkledger-rotation-'));
  const work = new Work(new KeyRing(data));
  try {
    const records = await sealRecords(database, new KeyRing(data));
    const atWork = work.begin(database, records);
    const harassed = await harass({ database, data }, kills);
    const last = rotation({ database, data });
    if ((await last.gone) !== 0) throw new Error(`the last rotation failed: ${last.said()}`);
    work.isOver = true;
    await atWork;
    const { writes, reads, wrong } = work;
    const seconds = Math.round((performance.now() - began) / 1000);
    const counts = { writes, reads, records: records.length, seconds };
    const wrongAtEnd = await wrongRecords(database, new KeyRing(data), records);
    return { ...harassed, ended: harassed.ended + 1, ...counts, wrongAtWork: wrong, wrongAtEnd };
  } finally {
    work.isOver = true;
    await database.drop();
    rmSync(data, { recursive: true, force: true });
  }
}

interface Place {
  readonly database: TestDatabase;
  readonly data: string;
}

interface Rotation {
  readonly child: ChildProcess;
  /** Settled when it has begun to seal anew, or is gone. */
  readonly begun: Promise<unknown>;
  /** Its exit code, null for a signal. */
  readonly gone: Promise<number | null>;
  said(): string;
}

function rotation({ database, data }: Place): Rotation {
  const { PATH, HOME } = process.env;
  const addresses = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
  const words = [compiled('cli.js'), 'keys', 'rotate', '--grace-seconds', String(GRACE)];
  const child = spawn(process.execPath, words, {
    cwd: fromRoot(),
    env: { PATH, HOME, ...addresses, LINKLEDGER_DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const gone = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  const spoke = new Promise<void>((done) => child.stdout.once('data', () => done()));
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      said += text.toString();
    });
  return { child, gone, begun: Promise.race([spoke, gone]), said: () => said };
}

/** Every other kill strikes while rows are sealed anew, the others at any moment from the start to the end. */
async function harass(place: Place, wanted: number) {
  const ring = new KeyRing(place.data);
  let [kills, killsInside, ended] = [0, 0, 0];
  while (kills < wanted) {
    const running = rotation(place);
    if (kills % 2 === 0) await running.begun;
    const moment = Math.random() * (kills % 2 === 0 ? 600 : 1000 * (GRACE + 1));
    const code = await Promise.race([running.gone, pause(moment, 'runs' as const)]);
    if (code !== 'runs') {
      if (code !== 0) throw new Error(`a rotation failed: ${running.said()}`);
      ended += 1;
      continue;
    }
    running.child.kill('SIGKILL');
    if ((await running.gone) === 0) continue;
    kills += 1;
    if ((await ring.keyIds()).length > 1) killsInside += 1;
  }
  return { kills, killsInside, ended };
}

/** What a running program does with sealed texts meanwhile: in each workspace somebody writes and somebody reads. */
class Work {
  isOver = false;
  writes = 0;
  reads = 0;
  readonly wrong: string[] = [];

  constructor(private readonly ring: KeyRing) {}

  async begin(database: TestDatabase, records: readonly SealedRecord[]): Promise<void> {
    const workspaces = [...new Set(records.map(({ workspaceId }) => workspaceId))];
    await Promise.all(
      workspaces.flatMap((id) => {
        const own = records.filter(({ workspaceId }) => workspaceId === id);
        const acts = [this.write.bind(this), this.read.bind(this)];
        return acts.map((act) => this.again(database.appUrl, own, act));
      }),
    );
  }

  private async again(
    url: string,
    records: readonly SealedRecord[],
    act: (client: pg.Client, record: SealedRecord) => Promise<void>,
  ): Promise<void> {
    const client = connection(url);
    await client.connect();
    try {
      await client.query(`select set_config('app.workspace_id', $1, false)`, [records[0]?.workspaceId]);
      while (!this.isOver) {
        const record = records[Math.floor(Math.random() * records.length)];
        if (record !== undefined) await act(client, record);
        await pause(5);
      }
    } finally {
      await client.end();
    }
  }

  private async write(client: pg.Client, record: SealedRecord): Promise<void> {
    const { column, key } = record;
    const sealed = await this.ring.seal(textOf(record, record.number + 1), record);
    await client.query(
      `update ${column.table} set ${column.column} = $2 where ${column.key} = $1::${column.keyType}`,
      [key, sealed],
    );
    record.number += 1;
    this.writes += 1;
  }

  /** A key that was dropped between the two steps of one look is there at the next. */
  private async read(client: pg.Client, record: SealedRecord): Promise<void> {
    const least = record.number;
    const text = (await this.look(client, record)) ?? (await this.look(client, record));
    this.reads += 1;
    const number = text === null ? Number.NaN : Number(text.split(' ').at(-1));
    if (number < least || text !== textOf(record, number))
      this.wrong.push(`${textOf(record, least)}: ${String(text)}`);
  }

  private async look(client: pg.Client, record: SealedRecord): Promise<string | null> {
    const { column, key } = record;
    const { rows } = await client.query<{ sealed: Buffer }>(
      `select ${column.column} as sealed from ${column.table} where ${column.key} = $1::${column.keyType}`,
      [key],
    );
    return rows[0] === undefined ? null : this.ring.open(rows[0].sealed, record);
  }
}

async function wrongRecords(
  database: TestDatabase,
  ring: KeyRing,
  records: readonly SealedRecord[],
): Promise<string[]> {
  const [active, ...others] = await ring.keyIds();
  const wrong = others.map((id) => `the key ${id} is still there`);
  for (const record of records) {
    const { table, column, key, keyType } = record.column;
    const [row] = await database.asOwner<{ sealed: Buffer }>(
      `select ${column} as sealed from ${table} where workspace_id = $1 and ${key} = $2::${keyType}`,
      [record.workspaceId, record.key],
    );
    const text = row === undefined ? null : await ring.open(row.sealed, record);
    const isNew = row !== undefined && keyIdOf(row.sealed) === active;
    if (!isNew || text !== textOf(record, record.number))
      wrong.push(`${textOf(record, record.number)}: ${String(text)}`);
  }
  return wrong;
}
