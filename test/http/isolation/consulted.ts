import type { DataSource, QueryRunner } from 'typeorm';
import type { TestDatabase } from '../../database/test-database.js';

/** Statements that were sent with some id among their parameters. */
export interface Overheard {
  with(id: string): readonly string[];
  undo(): void;
}

/** Listens to what the program asks its database. */
export function overhear(source: DataSource): Overheard {
  const original = source.createQueryRunner.bind(source);
  const asked: { sql: string; parameters: string }[] = [];
  source.createQueryRunner = (mode) => {
    const runner = original(mode);
    const query = runner.query.bind(runner) as (...given: unknown[]) => Promise<unknown>;
    const heard = (sql: string, parameters?: unknown, ...rest: unknown[]): Promise<unknown> => {
      asked.push({ sql, parameters: JSON.stringify(parameters ?? []) });
      return query(sql, parameters, ...rest);
    };
    runner.query = heard as QueryRunner['query'];
    return runner;
  };
  return {
    with: (id) =>
      asked
        .splice(0)
        .filter(({ sql, parameters }) => `${sql}${parameters}`.includes(id))
        .map(({ sql }) => sql),
    undo: () => {
      source.createQueryRunner = original;
    },
  };
}

const LOCKS = /\bfor (?:no key )?update\b/g;

/**
 * Which ids can make a difference to an operation. An operation that was called with an id nobody has asked some tables with it: an id that stands in no
 * row of any of them, in no column, gets the same answers from the database. Who writes with it, or asks a function of the database, may meet any.
 */
export class Difference {
  private constructor(
    private readonly ids: readonly string[],
    private readonly idsByTable: ReadonlyMap<string, readonly string[]>,
    private readonly functions: ReadonlySet<string>,
  ) {}

  static async of(database: TestDatabase, ids: readonly string[]): Promise<Difference> {
    const named = (sql: string) => database.asOwner<{ name: string }>(sql);
    const tables = await named(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and not relispartition`,
    );
    const functions = await named(
      `select proname as name from pg_proc where pronamespace = 'public'::regnamespace`,
    );
    const parts = tables.map(
      ({ name }) =>
        `select '${name}' as name, coalesce(string_agg(t::text, ' '), '') as text from "${name}" t`,
    );
    const rows = await database.asAdmin<{ name: string; text: string }>(parts.join(' union all '));
    return new Difference(
      ids,
      new Map(rows.map(({ name, text }) => [name, ids.filter((id) => text.includes(id))])),
      new Set(functions.map(({ name }) => name)),
    );
  }

  /** The ids that may be answered otherwise than one nobody has, by what was asked with that one. */
  after(statements: readonly string[]): ReadonlySet<string> {
    const words = new Set(
      statements.flatMap((sql) => sql.toLowerCase().replace(LOCKS, '').match(/\w+/g) ?? []),
    );
    const isWide = ['insert', 'update', 'merge'].some((word) => words.has(word));
    if (isWide || [...this.functions].some((name) => words.has(name))) return new Set(this.ids);
    return new Set([...words].flatMap((word) => this.idsByTable.get(word) ?? []));
  }
}
