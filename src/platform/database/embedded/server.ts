import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { removeStalePidFile } from './pid-file.js';
import { embeddedPlace, type Place } from './place.js';
import { hasOtherClients, type Probe, probe } from './probe.js';
import { runProgram } from './program.js';

/** An embedded server that answers. */
export interface EmbeddedServer {
  readonly port: number;
  /** Address for its superuser, which only makes roles and databases. */
  superuserUrl(database: string): string;
  /** Stops it unless another process is connected; answers whether it stopped. Close your own connections first. */
  stopIfAlone(): Promise<boolean>;
}

export interface EmbeddedOptions {
  /** Without regard to power loss, for tests only. */
  readonly fast?: boolean;
}

const START_LIMIT_MS = 60_000;
const LOOK_AGAIN_MS = 100;

/**
 * Starts the embedded PostgreSQL that lives in `home`, or adopts it where it runs already. Any number of processes may
 * call this at once: each step is atomic on disk or guarded by PostgreSQL's own lock file, so one wins and all adopt.
 */
export async function startEmbeddedServer(
  home: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedServer> {
  const place = embeddedPlace(home);
  const password = sharedPassword(place.passwordFile);
  if (!existsSync(join(place.data, 'PG_VERSION'))) await initialise(place, password, options);
  const port = await running(place, password, options);
  const superuserUrl = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  return {
    port,
    superuserUrl,
    stopIfAlone: async () => {
      if (await hasOtherClients(superuserUrl('postgres'))) return false;
      await runProgram(place, 'pg_ctl', ['stop', '-m', 'fast', '-w', '-D', place.data]);
      return true;
    },
  };
}

/** The first process writes the password; a link fails where the file exists, so nobody ever reads half of one. */
function sharedPassword(file: string): string {
  if (!existsSync(file)) {
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, randomBytes(24).toString('base64url'), { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if (!existsSync(file)) throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }
  return readFileSync(file, 'utf8').trim();
}

/** Makes the cluster aside and moves it into place in one step, so that a kill halfway leaves nothing half made. */
async function initialise(place: Place, password: string, options: EmbeddedOptions): Promise<void> {
  const fresh = `${place.data}.making-${process.pid}`;
  const passwordFile = `${fresh}.password`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (place.account !== null) {
    for (const path of [fresh, passwordFile]) chownSync(path, place.account.uid, place.account.gid);
  }
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  try {
    await runProgram(place, 'initdb', [
      '-D',
      fresh,
      ...access,
      ...locale,
      ...(options.fast ? ['--no-sync'] : []),
    ]);
    renameSync(fresh, place.data);
  } catch (error) {
    if (!existsSync(join(place.data, 'PG_VERSION'))) throw error;
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Looks, starts, looks again until the server of this folder answers; the port is its answer. */
async function running(place: Place, password: string, options: EmbeddedOptions): Promise<number> {
  const deadline = performance.now() + START_LIMIT_MS;
  let trouble: unknown;
  while (performance.now() < deadline) {
    const seen: Probe = await probe(place.data, password);
    if (seen.state === 'ours') return seen.port;
    if (seen.state === 'away') trouble = await tryStart(place, options);
    if (trouble !== undefined || seen.state === 'starting') await pause(LOOK_AGAIN_MS);
  }
  throw new Error(
    `The embedded database in ${place.data} does not start. Its log is ${join(place.data, 'server.log')}. Another way is to set DATABASE_URL to a server of your own.`,
    { cause: trouble },
  );
}

async function tryStart(place: Place, options: EmbeddedOptions): Promise<unknown> {
  try {
    removeStalePidFile(place.data);
    const settings = {
      listen_addresses: '127.0.0.1',
      port: await freePort(),
      unix_socket_directories: "''",
      max_connections: options.fast ? 200 : 60,
      shared_buffers: '64MB',
      ...(options.fast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
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

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') fail(new Error('no free port'));
        else done(address.port);
      });
    });
  });
}
