import { Injectable } from '@nestjs/common';
import type { OutdatedReason } from '../../core/publishers/publisher.js';
import type { AskedTerms, ConditionsSubject } from '../../core/publishers/told-conditions.js';
import { displayHost } from '../../core/sites/site-key.js';
import { Database } from '../../platform/database/database.js';
import type { ConditionView } from './conditions.dto.js';

/** Conditions to write down. */
export interface NewConditions extends ConditionsSubject, AskedTerms {
  readonly id: string;
  readonly turnaroundDays: number | null;
  readonly refusedTopics: readonly string[];
  readonly notes: string;
  readonly askedOn: string | null;
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
}

/** Conditions of which nothing was told. */
export const UNTOLD: Omit<NewConditions, 'id' | 'recordedAt' | 'recordedBy'> = {
  publisherId: null,
  siteId: null,
  type: null,
  priceMinor: null,
  currency: null,
  relPolicy: null,
  wordsFrom: null,
  wordsTo: null,
  turnaroundDays: null,
  refusedTopics: [],
  notes: '',
  askedOn: null,
};

type Row = Omit<ConditionView, 'displayHost' | 'priceMinor' | 'source'> & {
  siteKey: string | null;
  priceMinor: string | null;
  importId: string | null;
  fileName: string | null;
};

const COLUMNS = `c.id, c.publisher_id as "publisherId", p.name as "publisherName", c.site_id as "siteId", s.site_key as "siteKey",
  c.type, c.price_minor as "priceMinor", c.currency, c.rel_policy as "relPolicy", c.words_from as "wordsFrom",
  c.words_to as "wordsTo", c.turnaround_days as "turnaroundDays", c.refused_topics as "refusedTopics", c.notes,
  c.asked_on::text as "askedOn", c.recorded_at as "recordedAt", c.outdated_at as "outdatedAt", c.outdated_reason as "outdatedReason",
  c.import_id as "importId", i.file_name as "fileName"`;

const FROM = `from conditions c left join publishers p on p.workspace_id = c.workspace_id and p.id = c.publisher_id
  left join sites s on s.workspace_id = c.workspace_id and s.id = c.site_id
  left join imports i on i.workspace_id = c.workspace_id and i.id = c.import_id`;

const NEWEST_FIRST = 'order by c.recorded_at desc, c.id desc';

/** The most conditions a page shows; nobody asks a publisher more often. */
const AT_MOST = 500;

/** Rows of conditions in the open transaction. */
@Injectable()
export class ConditionsRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<ConditionView | null> {
    return (await this.views('where c.id = $1', [id]))[0] ?? null;
  }

  /** Conditions a publisher gave, newest first. */
  ofPublisher(publisherId: string): Promise<ConditionView[]> {
    return this.views('where c.publisher_id = $1', [publisherId]);
  }

  /** Conditions of a site, and those its present publishers gave for all their sites; newest first. */
  ofSite(siteId: string): Promise<ConditionView[]> {
    return this.views(
      `where c.site_id = $1 or (c.site_id is null and c.publisher_id in (
         select publisher_id from site_publishers where site_id = $1 and ended_at is null))`,
      [siteId],
    );
  }

  async insert(wanted: NewConditions): Promise<void> {
    await this.query(
      `insert into conditions (workspace_id, id, publisher_id, site_id, type, price_minor, currency, rel_policy, words_from,
         words_to, turnaround_days, refused_topics, notes, asked_on, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        this.database.scope().workspaceId,
        wanted.id,
        wanted.publisherId,
        wanted.siteId,
        wanted.type,
        wanted.priceMinor,
        wanted.currency,
        wanted.relPolicy,
        wanted.wordsFrom,
        wanted.wordsTo,
        wanted.turnaroundDays,
        wanted.refusedTopics,
        wanted.notes,
        wanted.askedOn,
        wanted.recordedBy,
        wanted.recordedAt,
      ],
    );
  }

  /** Makes the conditions that held for the same thing as newer ones outdated; answers their ids. */
  outdateBefore(newer: ConditionsSubject & { readonly id: string }, at: Date): Promise<string[]> {
    return this.outdate(
      `id <> $3 and publisher_id is not distinct from $4::uuid and site_id is not distinct from $5::uuid and type is not distinct from $6`,
      { at, reason: 'replaced' },
      [newer.id, newer.publisherId, newer.siteId, newer.type],
    );
  }

  /** Makes all conditions of a site outdated; answers their ids. */
  outdateOfSite(siteId: string, at: Date): Promise<string[]> {
    return this.outdate('site_id = $3', { at, reason: 'new_owner' }, [siteId]);
  }

  outdateOne(id: string, at: Date): Promise<string[]> {
    return this.outdate('id = $3', { at, reason: 'removed' }, [id]);
  }

  /** Lets conditions hold again that became outdated at that moment for that reason. */
  async renew(ids: readonly string[], reason: OutdatedReason): Promise<void> {
    await this.query(
      `update conditions set outdated_at = null, outdated_reason = null
       where id = any ($1::uuid[]) and outdated_reason = $2`,
      [ids, reason],
    );
  }

  private async outdate(
    which: string,
    { at, reason }: { at: Date; reason: OutdatedReason },
    values: readonly unknown[],
  ): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      `with outdated as (
         update conditions set outdated_at = $1, outdated_reason = $2${reason === 'replaced' ? ', replaced_by_id = $3' : ''} where outdated_at is null and ${which} returning id
       ) select id from outdated order by id`,
      [at, reason, ...values],
    );
    return rows.map((row) => row.id);
  }

  private async views(where: string, values: readonly unknown[]): Promise<ConditionView[]> {
    const rows = await this.query<Row>(
      `select ${COLUMNS} ${FROM} ${where} ${NEWEST_FIRST} limit ${AT_MOST}`,
      values,
    );
    return rows.map(({ siteKey, priceMinor, importId, fileName, ...row }) => ({
      ...row,
      source: importId === null ? null : { importId, fileName },
      displayHost: siteKey === null ? null : displayHost(siteKey),
      priceMinor: priceMinor === null ? null : Number(priceMinor),
    }));
  }

  private query<Found>(sql: string, values: readonly unknown[]): Promise<Found[]> {
    return this.database.manager().query<Found[]>(sql, [...values]);
  }
}
