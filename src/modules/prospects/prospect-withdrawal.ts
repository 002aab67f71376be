import { Injectable } from '@nestjs/common';
import type { IntakeChange } from '../../core/imports/intake.js';
import { Database } from '../../platform/database/database.js';
import { SuppressionsService } from '../contacts/suppressions.service.js';

/** How far an undo has come. */
export interface Withdrawn {
  /** Prospects that were taken away. */
  readonly removed: number;
  /** True once nothing the import made is left that could be taken away. */
  readonly isDone: boolean;
}

interface Limits {
  readonly atMost: number;
  readonly at: Date;
}

/** A column is put back where it still is what the import made of it. */
const BACK = (column: string, type = 'text'): string =>
  `${column} = case when c.after ? '${column}' and p.${column} is not distinct from (c.after ->> '${column}')::${type}
    then (c.before ->> '${column}')::${type} else p.${column} end`;

/** Takes an import's prospects back, with their tags and values. */
@Injectable()
export class ProspectWithdrawal {
  constructor(
    private readonly database: Database,
    private readonly suppressions: SuppressionsService,
  ) {}

  async undo(importId: string, changes: readonly IntakeChange[], limits: Limits): Promise<Withdrawn> {
    for (const round of rounds(changes.filter((change) => change.table === 'prospects')))
      await this.restore(round, limits.at);
    for (const round of rounds(changes.filter((change) => change.table === 'custom_values')))
      await this.restoreValues(round);
    const removed = await this.remove(importId, limits);
    const loose = await this.removeLoose(importId, limits.atMost);
    const isDone = removed === 0 && loose === 0;
    if (isDone) await this.removeTags(importId);
    return { removed, isDone };
  }

  /** A row nobody touched since gets its old revision and time, too: then it is as if the import had never been. */
  private async restore(changes: readonly IntakeChange[], at: Date): Promise<void> {
    await this.query(
      `update prospects p set ${['status', 'language', 'country', 'notes', 'stage', 'search_text'].map((column) => BACK(column)).join(', ')},
         ${BACK('owner_member_id', 'uuid')},
         revision = case when p.revision = (c.after ->> 'revision')::int then (c.before ->> 'revision')::int else p.revision + 1 end,
         updated_at = case when p.revision = (c.after ->> 'revision')::int then (c.before ->> 'updated_at')::timestamptz else $2 end
       from jsonb_to_recordset($1::jsonb) as c ("recordId" uuid, before jsonb, after jsonb)
       where p.id = c."recordId"`,
      [JSON.stringify(changes), at],
    );
  }

  private async restoreValues(changes: readonly IntakeChange[]): Promise<void> {
    await this.query(
      `update custom_values v set text_value = c.before ->> 'text', number_value = (c.before ->> 'number')::double precision,
         date_value = (c.before ->> 'date')::date, import_id = (c.before ->> 'importId')::uuid
       from jsonb_to_recordset($1::jsonb) as c ("recordId" uuid, before jsonb, after jsonb)
       where v.record_id = c."recordId" and v.field_id = (c.before ->> 'fieldId')::uuid
         and v.text_value is not distinct from c.after ->> 'text'
         and v.number_value is not distinct from (c.after ->> 'number')::double precision
         and v.date_value is not distinct from (c.after ->> 'date')::date`,
      [JSON.stringify(changes)],
    );
  }

  /** Prospects the import made stay when somebody has worked on them: another revision, a tag or a value that is not the import's. */
  private async remove(importId: string, { atMost }: Limits): Promise<number> {
    const rows = await this.query<{ id: string }>(
      `select p.id from prospects p
       where p.import_id = $1 and p.revision = 1
         and not exists (select 1 from prospect_tags t where t.prospect_id = p.id and t.import_id is distinct from $1)
         and not exists (select 1 from custom_values v where v.record_id = p.id and v.import_id is distinct from $1)
       limit $2 for update`,
      [importId, atMost],
    );
    const ids = rows.map((row) => row.id);
    if (ids.length === 0) return 0;
    await this.query('delete from prospect_tags where prospect_id = any ($1::uuid[])', [ids]);
    await this.query('delete from custom_values where record_id = any ($1::uuid[])', [ids]);
    await this.query('delete from prospects where id = any ($1::uuid[])', [ids]);
    return ids.length;
  }

  /** Tags, values and entries of the do-not-contact list that the import gave to prospects that stay. */
  private async removeLoose(importId: string, atMost: number): Promise<number> {
    const [, tags] = await this.deleted(
      `delete from prospect_tags t using (select prospect_id, tag_id from prospect_tags where import_id = $1 limit $2) gone
       where t.prospect_id = gone.prospect_id and t.tag_id = gone.tag_id`,
      [importId, atMost],
    );
    const [, values] = await this.deleted(
      `delete from custom_values v using (select v.field_id, v.record_id from custom_values v join custom_fields f on f.id = v.field_id
         where v.import_id = $1 and f.record_kind = 'prospect' limit $2) gone
       where v.field_id = gone.field_id and v.record_id = gone.record_id`,
      [importId, atMost],
    );
    const stops = await this.suppressions.takeBackImport(importId, atMost);
    return tags + values + stops;
  }

  private async removeTags(importId: string): Promise<void> {
    await this.query(
      'delete from tags t where t.import_id = $1 and not exists (select 1 from prospect_tags pt where pt.tag_id = t.id)',
      [importId],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }

  private deleted(sql: string, values: unknown[]): Promise<[unknown[], number]> {
    return this.database.manager().query<[unknown[], number]>(sql, values);
  }
}

/** Newest change first, and no row twice in one statement. */
function rounds(changes: readonly IntakeChange[]): IntakeChange[][] {
  const all: IntakeChange[][] = [];
  const depth = new Map<string, number>();
  for (const change of [...changes].reverse()) {
    if (change.before === null) continue;
    const fieldId = change.before['fieldId'];
    const place = `${change.recordId} ${typeof fieldId === 'string' ? fieldId : ''}`;
    const round = depth.get(place) ?? 0;
    depth.set(place, round + 1);
    all[round] = [...(all[round] ?? []), change];
  }
  return all;
}
