import type pg from 'pg';
import type { KeyRing } from './key-ring.js';
import { SEALED_COLUMNS, type SealedColumn } from './sealed-columns.js';

/** Rows that are read at a time; each is written by a statement of its own. */
const BATCH = 100;

export interface RotationWish {
  readonly ring: KeyRing;
  /** Connected as the owner of the tables, who sees the rows of every workspace. */
  readonly client: pg.Client;
  /** How long what was sealed with an old key may still be on its way into the database, in milliseconds. */
  readonly graceMs: number;
  readonly tell: (line: string) => void;
}

interface Row {
  readonly workspaceId: string;
  readonly key: unknown;
  readonly field: string;
  readonly sealed: Buffer;
}

/**
 * Gives the ring a new key and seals everything with it, while the program works: a row is only written when it still holds what was read. A rotation that
 * was cut off goes on where it was. Old keys are dropped once nothing is sealed with them, after a wait in which a running program's last writing with
 * one of them arrives. Throws with a sentence for the operator when rows cannot be opened; the old keys stay then.
 */
export async function rotateKeys(wish: RotationWish): Promise<void> {
  const [active = ''] = await wish.ring.beginRotation();
  wish.tell(`The key ${active} seals from now on.`);
  let resealed = await resealAll(wish, active);
  await new Promise((resolve) => setTimeout(resolve, wish.graceMs));
  resealed += await resealAll(wish, active);
  const left = await leftWithOthers(wish.client, active);
  if (left > 0)
    throw new Error(
      `${left} secrets cannot be opened with the keys of this ring. Put the ring they were sealed with back, or give them anew in the program, then run this again. No key was dropped.`,
    );
  await wish.ring.endRotation();
  wish.tell(`${resealed} secrets were sealed anew. No other key is left in the ring.`);
}

async function resealAll(wish: RotationWish, active: string): Promise<number> {
  let resealed = 0;
  for (const column of SEALED_COLUMNS) resealed += await resealColumn(wish, column, active);
  return resealed;
}

async function resealColumn(
  { client, ring }: RotationWish,
  column: SealedColumn,
  active: string,
): Promise<number> {
  let resealed = 0;
  let last: Row | undefined;
  for (;;) {
    const rows = await rowsOf(client, column, { active, last });
    for (const row of rows) {
      const text = await ring.open(row.sealed, row);
      if (text !== null) resealed += await put(client, column, { row, sealed: await ring.seal(text, row) });
    }
    last = rows.at(-1);
    if (last === undefined) return resealed;
  }
}

/** The next rows of a column that another key sealed, in the order of their place. */
async function rowsOf(
  client: pg.Client,
  { table, column, key, keyType, field }: SealedColumn,
  { active, last }: { readonly active: string; readonly last: Row | undefined },
): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select workspace_id as "workspaceId", ${key} as key, ${field} as field, ${column} as sealed from ${table}
     where ${column} is not null and ${keyIdOf(column)} <> $1
       and ($2::uuid is null or (workspace_id, ${key}) > ($2::uuid, $3::${keyType}))
     order by workspace_id, ${key} limit ${BATCH}`,
    [active, last?.workspaceId ?? null, last?.key ?? null],
  );
  return rows;
}

/** Writes a row unless somebody else wrote it since; answers how many rows that were. */
async function put(
  client: pg.Client,
  { table, column, key, keyType }: SealedColumn,
  { row, sealed }: { readonly row: Row; readonly sealed: Buffer },
): Promise<number> {
  const { rowCount } = await client.query(
    `update ${table} set ${column} = $4 where workspace_id = $1 and ${key} = $2::${keyType} and ${column} = $3`,
    [row.workspaceId, row.key, row.sealed, sealed],
  );
  return rowCount ?? 0;
}

async function leftWithOthers(client: pg.Client, active: string): Promise<number> {
  const counts = SEALED_COLUMNS.map(
    ({ table, column }) =>
      `(select count(*) from ${table} where ${column} is not null and ${keyIdOf(column)} <> $1)`,
  );
  const { rows } = await client.query<{ left: string }>(`select (${counts.join(' + ')}) as left`, [active]);
  return Number(rows[0]?.left ?? 0);
}

/** SQL for the id of the key in a sealed text: the four bytes behind the first. */
function keyIdOf(column: string): string {
  return `encode(substring(${column} from 2 for 4), 'hex')`;
}
