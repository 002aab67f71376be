import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { TemplateEntity, TemplateVersionEntity } from './template.entity.js';
import type { TemplateRow, TemplateVersionView } from './template-views.dto.js';
import type { TemplateFilter } from './templates.dto.js';

/** A row as a list shows it; the words of its present version beside it. */
export type ReadTemplateRow = TemplateRow &
  Pick<TemplateVersionEntity, 'subjects' | 'body' | 'html' | 'variables'>;

const ROW = `select t.id, t.name, t.client_id as "clientId", c.name as "clientName", t.kind, t.purpose, t.locale,
    t.form_of_address as "formOfAddress", v.subjects[1] as subject, t.starter, t.version_no as "versionNo", t.revision,
    t.created_at as "createdAt", t.updated_at as "updatedAt", t.archived_at as "archivedAt",
    v.subjects, v.body, v.html, v.variables
  from templates t
  join template_versions v on v.template_id = t.id and v.no = t.version_no
  left join clients c on c.id = t.client_id`;

/** Templates one workspace keeps at most: a list that is read whole. */
export const MOST_TEMPLATES = 1000;

/** Rows of templates and their versions in the open transaction. */
@Injectable()
export class TemplatesRepository {
  constructor(private readonly database: Database) {}

  /** The whole filtered list, by kind, purpose, language and name. */
  list(filter: TemplateFilter): Promise<ReadTemplateRow[]> {
    const words = (filter.search ?? '').trim().toLowerCase();
    return this.query(
      `${ROW} where (t.archived_at is not null) = $1 and ($2::text is null or t.kind is null or t.kind = $2)
         and ($3::text is null or t.purpose = $3) and ($4::text is null or t.locale = $4)
         and ($5::text is null or t.form_of_address = $5) and ($6::uuid is null or t.client_id is null or t.client_id = $6)
         and ($7 = '' or position($7 in lower(t.name || ' ' || array_to_string(v.subjects, ' '))) > 0)
       order by t.kind nulls first, array_position($8::text[], t.purpose), t.locale, lower(t.name), t.id limit $9`,
      [
        filter.archived ?? false,
        filter.kind ?? null,
        filter.purpose ?? null,
        filter.locale ?? null,
        filter.formOfAddress ?? null,
        filter.clientId ?? null,
        words,
        ['first', 'follow_up_1', 'follow_up_2', 'answer', 'thank_you', 'order', 'reclaim', 'other'],
        MOST_TEMPLATES,
      ],
    );
  }

  async one(id: string): Promise<ReadTemplateRow | null> {
    const rows = await this.query<ReadTemplateRow>(`${ROW} where t.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** The template with its row locked, so that one change follows another. */
  lock(id: string): Promise<TemplateEntity | null> {
    return this.table().findOne({ where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  async count(): Promise<number> {
    const rows = await this.query<{ n: number }>(
      'select count(*)::int as n from templates where archived_at is null',
      [],
    );
    return rows[0]?.n ?? 0;
  }

  /** Whether another template that is not archived has this name, language and form of address for the same client. */
  async isNameTaken(
    row: Pick<TemplateEntity, 'id' | 'name' | 'clientId' | 'locale' | 'formOfAddress'>,
  ): Promise<boolean> {
    const found = await this.query(
      `select 1 from templates where archived_at is null and id <> $1 and lower(name) = lower($2) and locale = $3
         and form_of_address = $4 and client_id is not distinct from $5`,
      [row.id, row.name, row.locale, row.formOfAddress, row.clientId],
    );
    return found.length > 0;
  }

  /** Inserts unless a template of that name has come meanwhile; answers whether it did. */
  async insert(row: Omit<TemplateEntity, 'workspaceId'>): Promise<boolean> {
    const { workspaceId } = this.database.scope();
    const result = await this.table()
      .createQueryBuilder()
      .insert()
      .values({ ...row, workspaceId })
      .orIgnore()
      .returning('id')
      .execute();
    return (result.raw as unknown[]).length > 0;
  }

  async update(id: string, change: Partial<Omit<TemplateEntity, 'id' | 'workspaceId'>>): Promise<void> {
    await this.table().update({ id }, change);
  }

  async addVersion(row: Omit<TemplateVersionEntity, 'workspaceId'>): Promise<void> {
    const { workspaceId } = this.database.scope();
    await this.versionTable().insert({ ...row, workspaceId });
  }

  version(templateId: string, id: string): Promise<TemplateVersionEntity | null> {
    return this.versionTable().findOneBy({ id, templateId });
  }

  /** Every version, the newest first. */
  versions(templateId: string): Promise<TemplateVersionView[]> {
    return this.query(
      `select v.id, v.no, v.subjects, v.body, v.html, v.note, u.name as "createdByName", v.created_at as "createdAt",
         v.no = t.version_no as "isCurrent"
       from template_versions v join templates t on t.id = v.template_id left join users u on u.id = v.created_by
       where v.template_id = $1 order by v.no desc limit 500`,
      [templateId],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }

  private table() {
    return this.database.manager().getRepository(TemplateEntity);
  }

  private versionTable() {
    return this.database.manager().getRepository(TemplateVersionEntity);
  }
}
