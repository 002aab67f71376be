import type pg from 'pg';

/** A table to back up: its columns as their types read and write them. */
export interface TableToBackUp {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/** Rows that are worth nothing after a restore, or would open doors again: who is signed in, tries that were counted, leases. */
const LEFT_OUT: readonly string[] = [
  'migrations',
  'sessions',
  'limits',
  'worker_windows',
  'mailbox_leases',
  'oauth_states',
];

/** All tables of the product whose rows are kept, partitioned ones as a whole. */
export async function tablesToBackUp(client: pg.ClientBase): Promise<TableToBackUp[]> {
  const { rows } = await client.query<TableToBackUp>(
    `select c.relname as name, jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
         order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relname <> all ($1)
     group by c.relname order by c.relname`,
    [LEFT_OUT],
  );
  return rows;
}

/** The partitions there are, with what each holds. */
export async function partitionsOf(
  client: pg.ClientBase,
): Promise<{ name: string; parent: string; bound: string }[]> {
  const { rows } = await client.query<{ name: string; parent: string; bound: string }>(
    `select c.relname as name, p.relname as parent, pg_get_expr(c.relpartbound, c.oid) as bound
     from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
     where c.relispartition and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  return rows;
}

/** A name as SQL takes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
