import pg from 'pg';
import { isTransactionPooled, type ProbeSession } from './pooling.js';
import { APP_ROLE, OWNER_ROLE } from './roles.js';

/** What a database says of itself to the role that will work in it. */
interface Self {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owns: boolean;
  readonly version: number;
  readonly encoding: string;
}

/**
 * Why this program must not work with a database, or null. Row-level security is the wall between workspaces: a
 * superuser, a role that bypasses it and the owner of the tables all stand above it.
 */
export function refusalOf(self: Self): string | null {
  if (self.version < 150_000)
    return `PostgreSQL 15 or later is needed; this server is version ${String(Math.floor(self.version / 10_000))}.`;
  if (self.encoding !== 'UTF8') return `The database must be in UTF8; this one is in ${self.encoding}.`;
  if (self.superuser) return above(self.name, 'is a superuser');
  if (self.bypasses) return above(self.name, 'may bypass row-level security');
  if (self.owns) return above(self.name, `is ${OWNER_ROLE} or a member of it`);
  return null;
}

/** Connects as the application and throws, in a sentence for the operator, where it must not start. */
export async function assertUsable(appUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: appUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const asked = await client.query<Self>(`
      select r.rolname as name, r.rolsuper as superuser, r.rolbypassrls as bypasses,
        exists (select 1 from pg_roles o where o.rolname = '${OWNER_ROLE}' and pg_has_role(current_user, o.oid, 'member')) as owns,
        current_setting('server_version_num')::int as version,
        current_setting('server_encoding') as encoding
      from pg_roles r where r.rolname = current_user`);
    const self = asked.rows[0];
    const refusal = self === undefined ? 'The database does not say who is connected.' : refusalOf(self);
    if (refusal !== null) throw new Error(refusal);
  } finally {
    await client.end();
  }
  if (await isTransactionPooled(() => probeSession(appUrl))) {
    throw new Error(
      'DATABASE_URL goes through a pooler that changes the connection after each transaction. Background work needs locks and notifications of a session: set the pooler to session pooling, or connect to PostgreSQL directly.',
    );
  }
}

async function probeSession(url: string): Promise<ProbeSession> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  const announced: unknown = Reflect.get(client, 'processID');
  return {
    announcedPid: typeof announced === 'number' ? announced : null,
    answeringPid: async () => {
      const asked = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      return asked.rows[0]?.pid ?? 0;
    },
    hold: async () => {
      await client.query('begin');
      await client.query('select 1');
    },
    end: () => client.end(),
  };
}

function above(name: string, why: string): string {
  return `The role "${name}" in DATABASE_URL ${why}, so one workspace could read another's rows. Use the role ${APP_ROLE}; "linkledger database init" makes it.`;
}
