import { existsSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';

/** The account PostgreSQL runs as, when it is not our own. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. As root: the owner of the data folder if it has one already, else the account
 * `postgres`, else `nobody`. As anybody else: null, which means our own account.
 */
export function serverAccount(dataFolder: string): Account | null {
  if (process.getuid?.() !== 0) return ownAccount();
  const owner = existsSync(dataFolder) ? statSync(dataFolder) : null;
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const row = ['postgres', 'nobody']
    .map((name) => rows.find((fields) => fields[0] === name))
    .find((found) => found);
  if (row === undefined) {
    throw new Error(
      'PostgreSQL does not run as root, and this machine has neither an account "postgres" nor "nobody". Start as an ordinary user, or set DATABASE_URL to a server of your own.',
    );
  }
  return { uid: Number(row[2]), gid: Number(row[3]) };
}

/** initdb asks the user database for its own name; an arbitrary container uid has none. */
function ownAccount(): null {
  try {
    userInfo();
    return null;
  } catch {
    throw new Error(
      `The account with uid ${String(process.getuid?.())} has no entry in the user database, so PostgreSQL cannot run as it. Set DATABASE_URL to a server of your own, or start as a named user.`,
    );
  }
}
