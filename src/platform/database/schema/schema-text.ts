import type pg from 'pg';
import {
  CONSTRAINTS,
  EXTENSIONS,
  FUNCTIONS,
  GRANTS,
  INDEXES,
  POLICIES,
  TABLES,
  TRIGGERS,
} from './catalogue-queries.js';

type Lines = ReadonlyMap<string, readonly string[]>;

/**
 * The schema of a database as text, for a file that is committed and compared: tables with columns, constraints,
 * indexes, policies, rights, and functions. The same on PostgreSQL 15 and 18. Partitions are left out, because they
 * come and go with the months; so is the job engine's own schema.
 */
export async function schemaText(client: pg.Client): Promise<string> {
  const extensions = (await client.query<{ line: string }>(EXTENSIONS)).rows.map((row) => row.line);
  const functions = (await client.query<{ line: string }>(FUNCTIONS)).rows.map((row) => row.line);
  const parts: Lines[] = [];
  for (const query of [CONSTRAINTS, INDEXES, POLICIES, GRANTS, TRIGGERS])
    parts.push(await byTable(client, query));
  const tables = await client.query<{ name: string; head: string; columns: string[] }>(TABLES);
  const described = tables.rows.map(({ name, head, columns }) => {
    const body = columns.map((column) => `  ${column}`).join('\n');
    const rest = parts.flatMap((part) => part.get(name) ?? []);
    return [`${head}\n${body}`, ...rest].join('\n');
  });
  return `${[...extensions, ...functions, ...described].join('\n\n')}\n`;
}

async function byTable(client: pg.Client, query: string): Promise<Lines> {
  const lines = new Map<string, string[]>();
  for (const { name, line } of (await client.query<{ name: string; line: string }>(query)).rows) {
    lines.set(name, [...(lines.get(name) ?? []), line]);
  }
  return lines;
}
