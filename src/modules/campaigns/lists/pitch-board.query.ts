import { Injectable } from '@nestjs/common';
import type { Conditions } from '../../../platform/database/conditions.js';
import { Database } from '../../../platform/database/database.js';
import { cursorText, cursorTime, readCursor, UUID_FORM, writeCursor } from '../../../platform/http/cursor.js';
import { pageOf } from '../../../platform/http/list.dto.js';
import type { PitchFilter } from './pitch-filter.dto.js';
import { PitchFinder } from './pitch-finder.js';
import type { PitchColumnQuery } from './pitch-list.dto.js';
import type { PitchTotals } from './pitch-row.dto.js';

/** A stage of a kind with the ids of its first cards. */
export interface FilledColumn {
  readonly kind: string;
  readonly stage: string;
  readonly count: number;
  readonly ids: readonly string[];
  readonly nextCursor: string | null;
}

interface Card {
  readonly id: string;
  readonly since: string;
}

const CURSOR = 'column';
const SINCE = `to_char(p.stage_since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Which pitches stand in which column of a board, what came last first. Everything runs in the open transaction. */
@Injectable()
export class PitchBoards {
  constructor(
    private readonly database: Database,
    private readonly finder: PitchFinder,
  ) {}

  /** The stages that hold pitches, each with its count and its first `limit` cards: one pass over what the filter finds. */
  async columns(filter: PitchFilter, limit: number): Promise<FilledColumn[]> {
    const all = await this.conditions(filter);
    const rows = await this.query<Card & { kind: string; stage: string; count: number }>(
      `select kind, stage, count, id, since from (
         select p.kind, p.stage, p.id, ${SINCE} as since, (count(*) over (partition by p.kind, p.stage))::int as count,
           row_number() over (partition by p.kind, p.stage order by p.stage_since desc, p.id desc) as no
         from pitches p where ${all.where}) cards
       where no <= ${all.value(limit + 1)} order by kind, stage, no`,
      all.values,
    );
    const columns = new Map<string, typeof rows>();
    for (const row of rows) {
      const key = `${row.kind} ${row.stage}`;
      columns.set(key, [...(columns.get(key) ?? []), row]);
    }
    return [...columns.values()].map((cards) => {
      const { kind = '', stage = '', count = 0 } = cards[0] ?? {};
      return { kind, stage, count, ...pageOfCards(cards, limit) };
    });
  }

  /** The kind of a campaign, where it is to be seen. */
  async kindsOfCampaign(campaignId: string): Promise<string[]> {
    const rows = await this.query<{ kind: string }>('select kind from campaigns where id = $1', [campaignId]);
    return rows.map((row) => row.kind);
  }

  /** More cards of one column. */
  async column(asked: PitchColumnQuery): Promise<Pick<FilledColumn, 'ids' | 'nextCursor'>> {
    const all = await this.conditions(asked);
    all.add('p.kind = $', asked.columnKind).add('p.stage = $', asked.columnStage);
    if (asked.cursor !== undefined) {
      const [since, id] = readCursor(asked.cursor, CURSOR, 2);
      const after = `(${all.value(cursorTime(since))}::timestamptz, ${all.value(cursorText(id, UUID_FORM))}::uuid)`;
      all.add(`(p.stage_since, p.id) < ${after}`);
    }
    const cards = await this.query<Card>(
      `select p.id, ${SINCE} as since from pitches p where ${all.where}
       order by p.stage_since desc, p.id desc limit ${all.value(asked.limit + 1)}`,
      all.values,
    );
    return pageOfCards(cards, asked.limit);
  }

  /** Numbers over the board; won and lost leave aside which stages and outcomes it shows. */
  async totals(filter: PitchFilter): Promise<PitchTotals> {
    const { stage: _, status: __, outcome: ___, ...rest } = filter;
    const moments = await this.finder.moments();
    const shown = await this.conditions(filter);
    const decided = await this.finder.conditions(rest, moments);
    const late = await this.conditions({ ...filter, overdue: true });
    const still = await this.conditions({ ...filter, stuck: true });
    const [won, lost] = await this.outcomes(decided);
    return {
      count: await this.count(shown),
      won,
      lost,
      decided: won + lost,
      overdue: await this.count(late),
      stuck: await this.count(still),
    };
  }

  /** A board has no place for lost pitches, unless it is asked for an outcome or for closed ones. */
  private async conditions(filter: PitchFilter): Promise<Conditions> {
    const isAsked = filter.outcome !== undefined || filter.status !== undefined;
    const outcome = isAsked ? filter.outcome : (['open', 'won'] as PitchFilter['outcome']);
    const wanted = outcome === undefined ? filter : { ...filter, outcome };
    return this.finder.conditions(wanted, await this.finder.moments());
  }

  private async outcomes(all: Conditions): Promise<[won: number, lost: number]> {
    const rows = await this.query<{ won: number; lost: number }>(
      `select (count(*) filter (where p.outcome = 'won'))::int as won, (count(*) filter (where p.outcome = 'lost'))::int as lost
       from pitches p where ${all.where}`,
      all.values,
    );
    return [rows[0]?.won ?? 0, rows[0]?.lost ?? 0];
  }

  private async count(all: Conditions): Promise<number> {
    const rows = await this.query<{ n: number }>(
      `select count(*)::int as n from pitches p where ${all.where}`,
      all.values,
    );
    return rows[0]?.n ?? 0;
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}

function pageOfCards(cards: readonly Card[], limit: number): Pick<FilledColumn, 'ids' | 'nextCursor'> {
  const { shown, nextCursor } = pageOf(cards, limit, (last) => writeCursor(CURSOR, [last.since, last.id]));
  return { ids: shown.map((card) => card.id), nextCursor };
}
