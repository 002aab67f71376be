import pg from 'pg';
import { lockSchema } from './schema-lock.js';

/** The three roles (docs/architecture.md): who changes the schema, who works under its policies, who owns definer functions. */
export const OWNER_ROLE = 'linkledger_owner';
export const APP_ROLE = 'linkledger_app';
export const DEFINER_ROLE = 'linkledger_definer';

export interface RoleOptions {
  /** Address of an administrator (superuser, or a role that may create roles and databases), on any database. */
  readonly adminUrl: string;
  readonly database: string;
  /** Passwords to set; an existing role without a new password keeps its own. */
  readonly ownerPassword?: string;
  readonly appPassword?: string;
}

/** Makes the roles and the database and hands out their rights. Doing it again changes nothing but given passwords. */
export async function initialiseRoles(options: RoleOptions): Promise<void> {
  await withClient(options.adminUrl, async (admin) => {
    await admin.query(`select pg_advisory_lock(hashtext('linkledger.database-init'))`);
    await makeRole(admin, OWNER_ROLE, `login ${passwordClause(options.ownerPassword)}`);
    await makeRole(admin, APP_ROLE, `login ${passwordClause(options.appPassword)}`);
    await makeRole(admin, DEFINER_ROLE, 'nologin');
    await admin.query(`grant ${DEFINER_ROLE} to ${OWNER_ROLE}`);
    await actAsRoles(admin);
    await makeDatabase(admin, options.database);
  });
  await withClient(onDatabase(options.adminUrl, options.database), (admin) =>
    handOutRights(admin, options.database),
  );
}

/** Address of the same server and account on another database. */
export function onDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

async function makeRole(admin: pg.Client, role: string, attributes: string): Promise<void> {
  const known = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
  await admin.query(`${known.rowCount === 0 ? 'create' : 'alter'} role ${role} ${attributes}`);
}

function passwordClause(password: string | undefined): string {
  return password === undefined ? '' : `password ${pg.escapeLiteral(password)}`;
}

/** An administrator who is no superuser must be a member of a role to make things for it. */
async function actAsRoles(admin: pg.Client): Promise<void> {
  const me = await admin.query<{ super: boolean }>(
    'select rolsuper as super from pg_roles where rolname = current_user',
  );
  if (me.rows[0]?.super === false)
    await admin.query(`grant ${OWNER_ROLE}, ${APP_ROLE}, ${DEFINER_ROLE} to current_user`);
}

async function makeDatabase(admin: pg.Client, database: string): Promise<void> {
  const name = pg.escapeIdentifier(database);
  const known = await admin.query('select 1 from pg_database where datname = $1', [database]);
  if (known.rowCount === 0)
    await admin.query(`create database ${name} owner ${OWNER_ROLE} encoding 'UTF8' template template0`);
  else await admin.query(`alter database ${name} owner to ${OWNER_ROLE}`);
}

/** Two at once would be refused by PostgreSQL ("tuple concurrently updated"), as would one beside a migration. */
async function handOutRights(admin: pg.Client, database: string): Promise<void> {
  await lockSchema(admin);
  const name = pg.escapeIdentifier(database);
  await admin.query(`
    revoke all on database ${name} from public;
    grant connect, temporary on database ${name} to ${OWNER_ROLE}, ${APP_ROLE};
    alter schema public owner to ${OWNER_ROLE};
    revoke all on schema public from public;
    grant usage on schema public to ${APP_ROLE};
    grant usage, create on schema public to ${DEFINER_ROLE};
    create schema if not exists graphile_worker authorization ${APP_ROLE};
  `);
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
