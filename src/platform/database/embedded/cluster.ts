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
import { join } from 'node:path';
import type { Place } from './place.js';
import { runProgram } from './program.js';

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
  if (existsSync(join(place.data, 'PG_VERSION'))) return;
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
    await runProgram(place, 'initdb', ['-D', fresh, ...access, ...locale, ...(fast ? ['--no-sync'] : [])]);
    renameSync(fresh, place.data);
  } catch (error) {
    if (!existsSync(join(place.data, 'PG_VERSION'))) throw error;
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}
