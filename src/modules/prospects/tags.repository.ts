import { Injectable } from '@nestjs/common';
import { tagKey, tagName } from '../../core/prospects/prospect-facts.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { TagKind, TagView } from './tags.dto.js';

/** A prospect and a tag it has. */
export interface TagPair {
  readonly prospectId: string;
  readonly tagId: string;
}

/** Tags, topics and who has them, in the open transaction. */
@Injectable()
export class TagsRepository {
  constructor(private readonly database: Database) {}

  /** The tags of a kind that have these names, by `tagKey`; missing ones are made. */
  async named(
    kind: TagKind,
    names: readonly string[],
    writing: { readonly importId: string | null; readonly at: Date },
  ): Promise<ReadonlyMap<string, string>> {
    const wanted = new Map([...names].reverse().map((name) => [tagKey(name), tagName(name)]));
    wanted.delete('');
    if (wanted.size === 0) return new Map();
    const known = await this.byKeys(kind, [...wanted.keys()]);
    const missing = [...wanted]
      .filter(([key]) => !known.has(key))
      .sort(([one], [other]) => (one < other ? -1 : 1));
    if (missing.length === 0) return known;
    await this.query(
      `insert into tags (workspace_id, id, kind, name, name_key, import_id, created_at)
       select $1, f.id, $2, f.name, f.key, $3, $4 from unnest($5::uuid[], $6::text[], $7::text[]) as f (id, name, key)
       on conflict (workspace_id, kind, name_key) do nothing`,
      [
        this.database.scope().workspaceId,
        kind,
        writing.importId,
        writing.at,
        missing.map(() => newId()),
        missing.map(([, name]) => name),
        missing.map(([key]) => key),
      ],
    );
    return this.byKeys(kind, [...wanted.keys()]);
  }

  /** The tags of a kind that have these names and are there, by `tagKey`. */
  find(kind: TagKind, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.byKeys(kind, names.map(tagKey));
  }

  /** Forgets those of these tags that nothing has. */
  async removeUnused(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.query(
      'delete from tags t where t.id = any ($1::uuid[]) and not exists (select 1 from prospect_tags pt where pt.tag_id = t.id)',
      [ids],
    );
  }

  /** Gives prospects tags; answers the pairs that were new. */
  attach(pairs: readonly TagPair[], importId: string | null): Promise<TagPair[]> {
    if (pairs.length === 0) return Promise.resolve([]);
    return this.query(
      `insert into prospect_tags (workspace_id, prospect_id, tag_id, import_id)
       select distinct $1::uuid, f.prospect_id, f.tag_id, $2::uuid from unnest($3::uuid[], $4::uuid[]) as f (prospect_id, tag_id)
       order by f.tag_id, f.prospect_id
       on conflict do nothing returning prospect_id as "prospectId", tag_id as "tagId"`,
      [
        this.database.scope().workspaceId,
        importId,
        pairs.map((pair) => pair.prospectId),
        pairs.map((pair) => pair.tagId),
      ],
    );
  }

  /** Takes tags off prospects; answers the pairs that were there, with the import each came with. */
  detach(pairs: readonly TagPair[]): Promise<(TagPair & { importId: string | null })[]> {
    if (pairs.length === 0) return Promise.resolve([]);
    return this.rows(
      `delete from prospect_tags t using unnest($1::uuid[], $2::uuid[]) as f (prospect_id, tag_id)
       where t.prospect_id = f.prospect_id and t.tag_id = f.tag_id
       returning t.prospect_id as "prospectId", t.tag_id as "tagId", t.import_id as "importId"`,
      [pairs.map((pair) => pair.prospectId), pairs.map((pair) => pair.tagId)],
    );
  }

  /** The tags of a kind that prospects have. */
  ofProspects(prospectIds: readonly string[], kind: TagKind): Promise<TagPair[]> {
    return this.query(
      `select pt.prospect_id as "prospectId", pt.tag_id as "tagId" from prospect_tags pt join tags t on t.id = pt.tag_id
       where pt.prospect_id = any ($1::uuid[]) and t.kind = $2`,
      [prospectIds, kind],
    );
  }

  /**
   * Tags by name, of one kind or of both, with how many prospects have each. All are counted and the few archived taken off: to look
   * each of 200,000 pairs up in the prospects took half a second.
   */
  list(kind: TagKind | null, id: string | null = null): Promise<TagView[]> {
    return this.query(
      `with counted as materialized (select tag_id, count(*)::int as n from prospect_tags where ($2::uuid is null or tag_id = $2) group by tag_id),
         archived as materialized (select pt.tag_id, count(*)::int as n from prospects p join prospect_tags pt on pt.prospect_id = p.id
           where p.archived_at is not null and ($2::uuid is null or pt.tag_id = $2) group by pt.tag_id)
       select t.id, t.kind, t.name, coalesce(c.n, 0) - coalesce(a.n, 0) as "prospectCount"
       from tags t left join counted c on c.tag_id = t.id left join archived a on a.tag_id = t.id
       where ($1::text is null or t.kind = $1) and ($2::uuid is null or t.id = $2) order by t.name_key, t.id`,
      [kind, id],
    );
  }

  /** Throws a unique violation of `tags_name` where the name is taken. */
  async rename(id: string, name: string): Promise<boolean> {
    const rows = await this.rows('update tags set name = $2, name_key = $3 where id = $1 returning id', [
      id,
      tagName(name),
      tagKey(name),
    ]);
    return rows.length > 0;
  }

  /** Takes a tag off every prospect and forgets it; false when there is none. */
  async remove(id: string): Promise<boolean> {
    await this.query('delete from prospect_tags where tag_id = $1', [id]);
    const rows = await this.rows('delete from tags where id = $1 returning id', [id]);
    return rows.length > 0;
  }

  private async byKeys(kind: TagKind, keys: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.query<{ id: string; key: string }>(
      'select id, name_key as key from tags where kind = $1 and name_key = any ($2::text[])',
      [kind, keys],
    );
    return new Map(rows.map((row) => [row.key, row.id]));
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }

  /** The driver answers rows of UPDATE and DELETE together with their number. */
  private async rows<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    const [rows] = await this.database.manager().query<[Row[], number]>(sql, values);
    return rows;
  }
}
