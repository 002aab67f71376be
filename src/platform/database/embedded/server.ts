import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { makeCluster, sharedPassword } from './cluster.js';
import { claimAlone, keep } from './keeper.js';
import { removeStalePidFile } from './pid-file.js';
import { embeddedPlace, type Place } from './place.js';
import { probe } from './probe.js';
import { runProgram } from './program.js';

export interface EmbeddedOptions {
  /** Without regard to power loss, for tests only. */
  readonly fast?: boolean;
}

const START_LIMIT_MS = 60_000;
const LOOK_AGAIN_MS = 100;

/**
 * The embedded PostgreSQL that lives in one folder. Any number of processes may start it at once: each step is atomic
 * on disk or guarded by PostgreSQL's own lock file, so one wins and all adopt. It is restarted when it dies under us.
 */
export class EmbeddedServer {
  private keeper: pg.Client | null = null;
  private leaving = false;

  private constructor(
    private readonly place: Place,
    private readonly password: string,
    private readonly fast: boolean,
    readonly port: number,
  ) {}

  /** Starts the server of `home`, or adopts it where it runs already. */
  static async start(home: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
    const { place, password } = placeAndPassword(home);
    const fast = options.fast === true;
    await makeCluster(place, password, fast);
    const deadline = performance.now() + START_LIMIT_MS;
    for (;;) {
      const port = await answeringPort(place, password, fast);
      const server = new EmbeddedServer(place, password, fast, port);
      if (await server.tryToKeep(deadline)) return server;
    }
  }

  /** Address for the superuser, which only makes roles and databases. */
  superuserUrl(database: string): string {
    return `postgres://postgres:${this.password}@127.0.0.1:${this.port}/${database}`;
  }

  /** Leaves the server, and stops it unless somebody else is connected. Close your own connections first. */
  async leave(): Promise<'stopped' | 'left running'> {
    this.leaving = true;
    await this.keeper?.end().catch(() => undefined);
    const alone = await claimAlone(this.superuserUrl('postgres')).catch(() => null);
    if (alone === null) return 'left running';
    await runProgram(this.place, 'pg_ctl', ['stop', '-m', 'fast', '-w', '-D', this.place.data]);
    await alone.end().catch(() => undefined);
    return 'stopped';
  }

  /** False when the server was just being stopped by its last user: look again then. */
  private async tryToKeep(deadline: number): Promise<boolean> {
    try {
      this.keeper = await keep(this.superuserUrl('postgres'), () => void this.revive());
      return true;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await pause(LOOK_AGAIN_MS);
      return false;
    }
  }

  /** The server died under us: start it again, for as long as we live. It comes back at its old port. */
  private async revive(): Promise<void> {
    while (!this.leaving) {
      try {
        await answeringPort(this.place, this.password, this.fast);
        if (await this.tryToKeep(performance.now() + START_LIMIT_MS)) return;
      } catch {
        await pause(LOOK_AGAIN_MS);
      }
    }
  }
}

/** Makes what the folder needs; a folder this account must not write in is told of in a sentence for the operator. */
function placeAndPassword(home: string): { readonly place: Place; readonly password: string } {
  try {
    const place = embeddedPlace(home);
    return { place, password: sharedPassword(place.passwordFile) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!['EACCES', 'EPERM', 'EROFS'].includes(code)) throw error;
    throw new Error(
      `This account may not write in ${home}, where the database is kept. Start as the account that owns it, or set LINKLEDGER_DATA_DIR to a folder of your own.`,
      { cause: error },
    );
  }
}

/** Looks, starts, looks again until the server of this folder answers; the port is its answer. */
async function answeringPort(place: Place, password: string, fast: boolean): Promise<number> {
  const deadline = performance.now() + START_LIMIT_MS;
  let trouble: unknown;
  while (performance.now() < deadline) {
    const seen = await probe(place.data, password);
    if (seen.state === 'ours') return seen.port;
    if (seen.state === 'away') trouble = await tryToStart(place, fast);
    if (trouble !== undefined || seen.state === 'starting') await pause(LOOK_AGAIN_MS);
  }
  throw new Error(
    `The embedded database in ${place.data} does not start. Its log is ${join(place.data, 'server.log')}. Another way is to set DATABASE_URL to a server of your own.`,
    { cause: trouble },
  );
}

async function tryToStart(place: Place, fast: boolean): Promise<unknown> {
  try {
    removeStalePidFile(place.data);
    const settings = {
      listen_addresses: '127.0.0.1',
      port: await portFor(place),
      unix_socket_directories: "''",
      max_connections: fast ? 300 : 60,
      shared_buffers: '128MB',
      // An import writes more than the usual gigabyte between two checkpoints; each checkpoint has whole pages written again.
      max_wal_size: '4GB',
      checkpoint_timeout: '15min',
      wal_compression: 'on',
      ...(fast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
    };
    const line = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
    const log = join(place.data, 'server.log');
    await runProgram(place, 'pg_ctl', [
      'start',
      '-w',
      '-t',
      '30',
      '-D',
      place.data,
      '-l',
      log,
      '-o',
      line.join(' '),
    ]);
    return undefined;
  } catch (error) {
    return error;
  }
}

/** The port of last time while it is free, so that pools of a running program find a revived server. */
async function portFor(place: Place): Promise<number> {
  const note = `${place.data}.port`;
  const last = existsSync(note) ? Number(readFileSync(note, 'utf8')) : 0;
  const port = await freePort(last).catch(() => freePort(0));
  writeFileSync(note, String(port));
  return port;
}

function freePort(wanted: number): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') fail(new Error('no free port'));
        else done(address.port);
      });
    });
  });
}
