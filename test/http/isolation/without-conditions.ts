import type { DataSource, QueryRunner } from 'typeorm';

/** A comparison of a workspace's id with a parameter, as repositories and queries write it. */
const CONDITION = /(?:"?\w+"?\.)?"?workspace_id"?\s*=\s*\$(\d+)(?:::uuid)?/gi;

/** The running change of a program: how many conditions it took out, and how to end it. */
export interface Mutation {
  taken(): number;
  undo(): void;
}

/**
 * Takes the workspace condition out of every query the program sends, as if every repository had forgotten it. The
 * parameter stays in use, because PostgreSQL counts parameters. Values that are inserted stay.
 */
export function withoutWorkspaceConditions(source: DataSource): Mutation {
  const original = source.createQueryRunner.bind(source);
  let taken = 0;
  source.createQueryRunner = (mode) => {
    const runner = original(mode);
    const query = runner.query.bind(runner) as (...given: unknown[]) => Promise<unknown>;
    const mutated = (sql: string, ...rest: unknown[]): Promise<unknown> => {
      const changed = sql.replace(CONDITION, (_, no: string) => `$${no}::uuid is not null`);
      if (changed !== sql) taken += 1;
      return query(changed, ...rest);
    };
    runner.query = mutated as QueryRunner['query'];
    return runner;
  };
  return {
    taken: () => taken,
    undo: () => {
      source.createQueryRunner = original;
    },
  };
}
