import { Injectable } from '@nestjs/common';
import type { TemplateLocale } from '../../core/templates/values.js';
import { Database } from '../../platform/database/database.js';
import { SnippetEntity } from './template.entity.js';
import type { SnippetView } from './template-views.dto.js';

const VIEW = `select s.id, s.key, s.locale, s.body, s.revision, s.created_at as "createdAt", s.updated_at as "updatedAt",
    s.archived_at as "archivedAt",
    (select count(*)::int from templates t join template_versions v on v.template_id = t.id and v.no = t.version_no
     where t.archived_at is null and t.locale = s.locale and 'snippet:' || s.key = any (v.variables)) as "usedBy"
  from snippets s`;

/** Rows of snippets in the open transaction. */
@Injectable()
export class SnippetsRepository {
  constructor(private readonly database: Database) {}

  list(locale: TemplateLocale | null, archived: boolean): Promise<SnippetView[]> {
    return this.query(
      `${VIEW} where (s.archived_at is not null) = $1 and ($2::text is null or s.locale = $2) order by s.key, s.locale limit 1000`,
      [archived, locale],
    );
  }

  async one(id: string): Promise<SnippetView | null> {
    const rows = await this.query<SnippetView>(`${VIEW} where s.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** The text of every snippet of a language by its key. */
  async bodies(locale: TemplateLocale): Promise<Map<string, string>> {
    const rows = await this.query<{ key: string; body: string }>(
      'select key, body from snippets where locale = $1 and archived_at is null limit 1000',
      [locale],
    );
    return new Map(rows.map((row) => [row.key, row.body]));
  }

  lock(id: string): Promise<SnippetEntity | null> {
    return this.table().findOne({ where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  async isKeyTaken(key: string, locale: TemplateLocale, id: string): Promise<boolean> {
    const rows = await this.query(
      'select 1 from snippets where key = $1 and locale = $2 and archived_at is null and id <> $3',
      [key, locale, id],
    );
    return rows.length > 0;
  }

  /** Inserts unless one of that key has come meanwhile; answers whether it did. */
  async insert(row: Omit<SnippetEntity, 'workspaceId'>): Promise<boolean> {
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

  async update(id: string, change: Partial<Omit<SnippetEntity, 'id' | 'workspaceId'>>): Promise<void> {
    await this.table().update({ id }, change);
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }

  private table() {
    return this.database.manager().getRepository(SnippetEntity);
  }
}
