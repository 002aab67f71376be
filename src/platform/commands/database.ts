import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { parseUrl } from '../../core/sites/parse-url.js';
import { APP_ROLE, initialiseRoles, OWNER_ROLE, onDatabase } from '../database/roles.js';
import { statusOf, UsageError } from './command.js';

const USAGE = `linkledger database init --admin-url URL|- [--database NAME] [--new-passwords]

  --admin-url      address of an administrator of the server, e.g. postgres://postgres:...@db.example/postgres;
                   with - it is read from standard input, so that it stays out of the list of processes
  --database       name of the database to make (linkledger)
  --new-passwords  give roles that exist already new passwords, too`;

/** `linkledger database init`: makes the three roles and the database on a server of the operator's own. */
export function run(args: readonly string[]): Promise<number> {
  return statusOf(() => init(args));
}

async function init(args: readonly string[]): Promise<void> {
  const { adminUrl, database, newPasswords } = await wishOf(args);
  const known = newPasswords ? [] : await existingRoles(adminUrl);
  const ownerPassword = known.includes(OWNER_ROLE) ? undefined : newPassword();
  const appPassword = known.includes(APP_ROLE) ? undefined : newPassword();
  await initialiseRoles({
    adminUrl,
    database,
    ...(ownerPassword !== undefined && { ownerPassword }),
    ...(appPassword !== undefined && { appPassword }),
  });
  process.stdout.write(
    [
      '# Settings for Linkledger. Passwords are shown this once.',
      line('DATABASE_URL', { adminUrl, database, role: APP_ROLE, password: appPassword }),
      line('DATABASE_OWNER_URL', { adminUrl, database, role: OWNER_ROLE, password: ownerPassword }),
      '',
    ].join('\n'),
  );
}

async function wishOf(
  args: readonly string[],
): Promise<{ adminUrl: string; database: string; newPasswords: boolean }> {
  const [action, ...rest] = args;
  if (action !== 'init') throw new UsageError(USAGE);
  const values = valuesOf(rest);
  const given =
    values['admin-url'] === '-' ? (await text(process.stdin)).trim() : (values['admin-url'] ?? '');
  const database = values.database ?? 'linkledger';
  if (!/^postgres(ql)?:$/.test(parseUrl(given)?.protocol ?? '')) throw new UsageError(USAGE);
  return { adminUrl: given, database, newPasswords: values['new-passwords'] ?? false };
}

function valuesOf(args: readonly string[]): {
  'admin-url'?: string;
  database?: string;
  'new-passwords'?: boolean;
} {
  try {
    return parseArgs({
      args: [...args],
      options: {
        'admin-url': { type: 'string' },
        database: { type: 'string' },
        'new-passwords': { type: 'boolean' },
      },
    }).values;
  } catch {
    throw new UsageError(USAGE);
  }
}

async function existingRoles(adminUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const known = await client.query<{ name: string }>(
      'select rolname as name from pg_roles where rolname = any ($1)',
      [[OWNER_ROLE, APP_ROLE]],
    );
    return known.rows.map((row) => row.name);
  } finally {
    await client.end();
  }
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

function line(
  setting: string,
  to: { adminUrl: string; database: string; role: string; password: string | undefined },
): string {
  const address = new URL(onDatabase(to.adminUrl, to.database));
  address.username = to.role;
  address.password = to.password ?? 'the-password-it-has';
  return `${setting}=${address.href}`;
}
