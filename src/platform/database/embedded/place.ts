import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Account, serverAccount } from './account.js';
import { copyServer, hydrate, packagedServer, reachableByOthers } from './binaries.js';

/** Where one embedded server lives and as whom it runs. */
export interface Place {
  readonly account: Account | null;
  /** Folder with `bin/initdb`, `bin/pg_ctl`. */
  readonly native: string;
  /** PGDATA. */
  readonly data: string;
  /** File with the superuser's password, readable by us alone. */
  readonly passwordFile: string;
}

/** Folders for what root starts from a checkout that other accounts cannot enter. */
const SYSTEM_FOLDER = '/var/lib/linkledger';

/** Decides the place of the embedded server kept in `home`, and makes its folders. */
export function embeddedPlace(home: string): Place {
  const packaged = packagedServer();
  const account = serverAccount(join(home, 'data'));
  if (
    account !== null &&
    !(reachableByOthers(dirname(resolve(home))) && reachableByOthers(join(packaged, 'bin')))
  ) {
    const aside = join(SYSTEM_FOLDER, createHash('sha256').update(resolve(home)).digest('hex').slice(0, 12));
    return placeIn(aside, copyServer(packaged, made(aside)), serverAccount(join(aside, 'data')));
  }
  made(home);
  return placeIn(home, hydrate(packaged) ? packaged : copyServer(packaged, home), account);
}

function placeIn(home: string, native: string, account: Account | null): Place {
  return { account, native, data: join(home, 'data'), passwordFile: join(home, 'password') };
}

/** Makes a folder others may pass, whatever the umask; folders that are there already keep their mode. */
function made(folder: string): string {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return folder;
  for (let step = resolve(folder); step.length >= first.length; step = dirname(step)) chmodSync(step, 0o755);
  return folder;
}
