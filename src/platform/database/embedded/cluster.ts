import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Place } from './place.js';
import { runProgram } from './program.js';

const MAKING = '.making-';

/** The superuser's password. The first process writes it; a link fails where the file exists, so nobody reads half of one. */
export function sharedPassword(file: string): string {
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
export async function makeCluster(place: Place, password: string, fast: boolean): Promise<void> {
  removeHalfMade(place.data);
  if (existsSync(join(place.data, 'PG_VERSION'))) return;
  const fresh = `${place.data}${MAKING}${process.pid}`;
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
    await runProgram(place, 'initdb', ['-D', fresh, ...access, ...locale, ...(fast ? ['--no-sync'] : [])]);
    renameSync(fresh, place.data);
  } catch (error) {
    if (!existsSync(join(place.data, 'PG_VERSION'))) throw error;
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * What starts that were killed in the middle left beside the cluster; those that live are still at it. An initdb that
 * outlived its start may still be writing: what cannot be removed now is removed by the next start.
 */
function removeHalfMade(data: string): void {
  const mark = `${basename(data)}${MAKING}`;
  for (const name of readdirSync(dirname(data)).filter((entry) => entry.startsWith(mark))) {
    if (isAlive(Number.parseInt(name.slice(mark.length), 10))) continue;
    try {
      rmSync(join(dirname(data), name), { recursive: true, force: true, maxRetries: 3 });
    } catch {}
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
