import { Injectable } from '@nestjs/common';
import type { IntakeChange } from '../../core/imports/intake.js';
import { Database } from '../../platform/database/database.js';

/** Tables an import makes rows of that a person can work with. */
const WORKED_WITH = ['prospects', 'contacts', 'publishers', 'placements', 'sites'] as const;

/** Tables whose rows an import changes, each with a revision. */
const REVISED = ['prospects', 'contacts'] as const;

const STILL_ASKED = 'select id from conditions where id = any ($1::uuid[])';

/** What stays after an undo, in the open transaction. */
@Injectable()
export class ImportLeftovers {
  constructor(private readonly database: Database) {}

  /** Of the records of these changes those that have another revision than before, and conditions still there: somebody changed them since. */
  async unrestored(changes: readonly IntakeChange[]): Promise<ReadonlySet<string>> {
    const kept = new Set<string>();
    for (const table of REVISED) {
      const before = changes.filter((change) => change.table === table && change.before !== null);
      if (before.length === 0) continue;
      const rows = await this.query<{ id: string }>(
        `select b.id from unnest($1::uuid[], $2::int[]) b (id, revision) join ${table} t on t.id = b.id
         where t.revision <> b.revision`,
        [before.map(({ recordId }) => recordId), before.map((change) => change.before?.['revision'] ?? null)],
      );
      for (const { id } of rows) kept.add(id);
    }
    const asked = changes.filter(({ table }) => table === 'conditions').map(({ recordId }) => recordId);
    const rows = asked.length === 0 ? [] : await this.query<{ id: string }>(STILL_ASKED, [asked]);
    for (const { id } of rows) kept.add(id);
    return kept;
  }

  /** Records an import made that are still there. */
  async standing(importId: string): Promise<ReadonlySet<string>> {
    const left = new Set<string>();
    for (const table of WORKED_WITH) {
      const rows = await this.query<{ id: string }>(
        `select id from ${table} where import_id = $1 and archived_at is null`,
        [importId],
      );
      for (const { id } of rows) left.add(id);
    }
    return left;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
