import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { isUniqueViolation } from '../../platform/database/violations.js';
import { AppError } from '../../platform/errors/app-error.js';
import { PlacementEntity } from './placement.entity.js';
import type { PlacementSubjects } from './placement-events.js';

/** What makes two placements the same one: brand, page and target, as long as neither is archived or closed. */
export interface PairKey {
  readonly brandId: string;
  readonly sourceUrlKey: string;
  readonly targetUrlKey: string;
}

/** What a new placement brings; all else begins as the table says: awaited, never checked, not archived. */
export type NewPlacementRow = Omit<
  PlacementEntity,
  | 'workspaceId'
  | 'firstLiveAt'
  | 'rechecking'
  | 'isBaselineRemoved'
  | 'closeReason'
  | 'replacedById'
  | 'lastVerdicts'
  | 'lastCheckId'
  | 'checkedAt'
  | 'lastSeenAt'
  | 'seenRel'
  | 'seenAnchor'
  | 'findingCodes'
  | 'unmetTerms'
  | 'brokenRules'
  | 'pageStatus'
  | 'memory'
  | 'mainTextHash'
  | 'evidenceHash'
  | 'pageLanguage'
  | 'pageTitle'
  | 'pageChangedAt'
  | 'targetFailing'
  | 'seenByHandUntil'
  | 'revision'
  | 'archivedAt'
>;

/** Columns of a placement to write. */
export type PlacementColumns = { [Column in keyof PlacementEntity]?: PlacementEntity[Column] };

/** Rows of placements in the open transaction. */
@Injectable()
export class PlacementsRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<PlacementEntity | null> {
    return this.table().findOneBy({ id });
  }

  /** The placement with its row locked, so that acts on it and checks follow one another. */
  lock(id: string): Promise<PlacementEntity | null> {
    return this.table().findOne({ where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** Locks placements in the order of their ids, so that two transactions never wait for each other. */
  lockAll(ids: readonly string[]): Promise<PlacementEntity[]> {
    return this.table().find({
      where: { id: In([...ids]) },
      order: { id: 'asc' },
      lock: { mode: 'for_no_key_update' },
    });
  }

  /** Placements that stand for these pairs, by the pair's text. */
  async standingFor(pairs: readonly PairKey[]): Promise<ReadonlyMap<string, string>> {
    if (pairs.length === 0) return new Map();
    const rows = await this.query<PairKey & { id: string }>(
      `select p.id, p.brand_id as "brandId", p.source_url_key as "sourceUrlKey", p.target_url_key as "targetUrlKey"
       from unnest($1::uuid[], $2::text[], $3::text[]) as asked (brand_id, source_key, target_key)
       join placements p on p.workspace_id = $4 and p.brand_id = asked.brand_id
         and md5(p.source_url_key) = md5(asked.source_key) and md5(p.target_url_key) = md5(asked.target_key)
         and p.archived_at is null and p.source_url_key is not null and p.state not in ('ended', 'released', 'replaced')`,
      [
        pairs.map((pair) => pair.brandId),
        pairs.map((pair) => pair.sourceUrlKey),
        pairs.map((pair) => pair.targetUrlKey),
        this.workspaceId(),
      ],
    );
    return new Map(rows.map((row) => [pairText(row), row.id]));
  }

  /**
   * Writes placements down and answers the ids of those that were new: of two that stand for the same pair, also when another transaction
   * wrote the first a moment ago, one is kept.
   */
  async insertNew(rows: readonly NewPlacementRow[]): Promise<ReadonlySet<string>> {
    if (rows.length === 0) return new Set();
    const workspaceId = this.workspaceId();
    const inserted = await this.table()
      .createQueryBuilder()
      .insert()
      .values(rows.map((row) => ({ ...row, workspaceId })))
      .orIgnore()
      .returning('id')
      .execute();
    return new Set((inserted.raw as { id: string }[]).map((row) => row.id));
  }

  /** Throws `placement.duplicate` when the change makes it the same as another one. */
  async update(id: string, change: PlacementColumns): Promise<void> {
    try {
      await this.table().update({ id }, change);
    } catch (error) {
      throw isUniqueViolation(error, 'placements_pair')
        ? new AppError('placement.duplicate', { id: null })
        : error;
    }
  }

  /** Ids of a brand's placements whose target is one of these pages, archived ones left out, oldest first. */
  async ofTargets(brandId: string, targetUrlKeys: readonly string[]): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      `select id from placements where brand_id = $1 and target_url_key = any ($2::text[]) and archived_at is null order by id`,
      [brandId, targetUrlKeys],
    );
    return rows.map((row) => row.id);
  }

  /** The placements a member owns, archived ones too, oldest first; their rows are locked. */
  ownedBy(memberId: string): Promise<PlacementSubjects[]> {
    return this.query<PlacementSubjects>(
      `select id, client_id as "clientId", brand_id as "brandId", site_id as "siteId"
       from placements where owner_member_id = $1 order by id for no key update`,
      [memberId],
    );
  }

  /** How many placements each of these members owns that are not archived. */
  async countByOwner(memberIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.query<{ owner: string; n: number }>(
      `select owner_member_id as owner, count(*)::int as n from placements
       where owner_member_id = any ($1::uuid[]) and archived_at is null group by owner_member_id`,
      [memberIds],
    );
    return new Map(rows.map((row) => [row.owner, row.n]));
  }

  /** Gives placements another owner, or none. */
  async setOwner(ids: readonly string[], owner: string | null, at: Date): Promise<void> {
    if (ids.length === 0) return;
    await this.query(
      `update placements set owner_member_id = $2, revision = revision + 1, updated_at = $3 where id = any ($1::uuid[])`,
      [ids, owner, at],
    );
  }

  /** Ties the placements of its brand that lead to a target page's address to that page. */
  async tieTo(targetPageId: string): Promise<void> {
    await this.query(
      `update placements p set target_page_id = t.id from target_pages t
       where t.id = $1 and p.workspace_id = t.workspace_id and p.brand_id = t.brand_id and p.target_url_key = t.url_key
         and p.target_page_id is distinct from t.id`,
      [targetPageId],
    );
  }

  /** A target page that is no longer requested keeps nothing from being judged. */
  async clearTargetFailing(targetPageId: string): Promise<void> {
    await this.query(
      'update placements set target_failing = false where target_page_id = $1 and target_failing',
      [targetPageId],
    );
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }

  private workspaceId(): string {
    return this.database.scope().workspaceId;
  }

  private table() {
    return this.database.manager().getRepository(PlacementEntity);
  }
}

/** A pair as one text, to find it again in a map. */
export function pairText(pair: PairKey): string {
  return `${pair.brandId}\n${pair.sourceUrlKey}\n${pair.targetUrlKey}`;
}
