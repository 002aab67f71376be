import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { type Principal, scopeOf } from '../../../platform/http/principal.js';
import { RequestInvalid } from '../../../platform/http/validation.js';
import { type FilledColumn, PitchBoards } from './pitch-board.query.js';
import { PitchCalendars } from './pitch-calendar.query.js';
import type { PitchFilter } from './pitch-filter.dto.js';
import type {
  PitchBoardQuery,
  PitchCalendarQuery,
  PitchColumnQuery,
  PitchListQuery,
} from './pitch-list.dto.js';
import { PitchLists } from './pitch-lists.query.js';
import type {
  CalendarDay,
  PitchBoard,
  PitchCalendar,
  PitchColumn,
  PitchColumnPage,
  PitchList,
  PitchRow,
} from './pitch-row.dto.js';
import { PitchRows } from './pitch-rows.query.js';
import { StageWords } from './stage-words.js';

/** Days a calendar shows at most: two months and the rest of their weeks. */
const LONGEST_DAYS = 62;
const DAY_MS = 24 * 3600_000;

/** Pitches in lists, on boards and in calendars. */
@Injectable()
export class PitchListsService {
  constructor(
    private readonly database: Database,
    private readonly lists: PitchLists,
    private readonly boards: PitchBoards,
    private readonly calendars: PitchCalendars,
    private readonly rows: PitchRows,
    private readonly words: StageWords,
  ) {}

  list(who: Principal, asked: PitchListQuery): Promise<PitchList> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const { ids, ...page } = await this.lists.page(namely(who, asked));
      return { items: await this.rows.byIds(ids, who.locale), ...page };
    });
  }

  /** How many pitches of the filtered list each person works on; null is nobody. */
  countsByAssignee(who: Principal, filter: PitchFilter): Promise<ReadonlyMap<string | null, number>> {
    return this.database.inWorkspace(scopeOf(who), () => this.lists.countsByAssignee(namely(who, filter)));
  }

  /** The first deadline of each of these pitches that has one, by id. */
  deadlines(who: Principal, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.database.inWorkspace(scopeOf(who), () => this.lists.deadlines(ids));
  }

  /** Every stage of the kinds that are asked for or that hold a pitch, in the order of the board; empty columns too. */
  board(who: Principal, asked: PitchBoardQuery): Promise<PitchBoard> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const filter = namely(who, asked);
      const filled = await this.boards.columns(filter, asked.limit);
      const rows = await this.rows.byIds(
        filled.flatMap((column) => column.ids),
        who.locale,
      );
      const byId = new Map(rows.map((row) => [row.id, row]));
      const kinds = await this.kindsOf(filter, filled);
      return {
        columns: kinds.flatMap((kind) => this.columnsOf(kind, filled, { byId, who })),
        totals: await this.boards.totals(filter),
      };
    });
  }

  column(who: Principal, asked: PitchColumnQuery): Promise<PitchColumnPage> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const { ids, nextCursor } = await this.boards.column(namely(who, asked));
      return { items: await this.rows.byIds(ids, who.locale), nextCursor };
    });
  }

  /** Throws `request.invalid` for days in the wrong order or too far apart. */
  calendar(who: Principal, { from, to, ...filter }: PitchCalendarQuery): Promise<PitchCalendar> {
    const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
    if (days < 0) throw refusal('must not be before `from`');
    if (days > LONGEST_DAYS) throw refusal(`must be at most ${LONGEST_DAYS} days after \`from\``);
    return this.database.inWorkspace(scopeOf(who), async () => {
      const { items, isComplete } = await this.calendars.items(namely(who, filter), { from, to }, who.locale);
      const byDay = new Map<string, CalendarDay>();
      for (const { on, ...item } of items) {
        const day = byDay.get(on) ?? { on, items: [] };
        day.items.push(item);
        byDay.set(on, day);
      }
      return { days: [...byDay.values()], isComplete };
    });
  }

  /** The kind of a board is the campaign's even while nothing stands on it. */
  private async kindsOf(filter: PitchFilter, filled: readonly FilledColumn[]): Promise<string[]> {
    const kinds = new Set(filled.map((column) => column.kind));
    if (filter.kind !== undefined) kinds.add(filter.kind);
    if (filter.campaignId !== undefined)
      for (const kind of await this.boards.kindsOfCampaign(filter.campaignId)) kinds.add(kind);
    return this.words.inOrder([...kinds]);
  }

  private columnsOf(
    kind: string,
    filled: readonly FilledColumn[],
    { byId, who }: { byId: ReadonlyMap<string, PitchRow>; who: Principal },
  ): PitchColumn[] {
    const here = new Map(filled.filter((one) => one.kind === kind).map((one) => [one.stage, one]));
    const stages = new Set([...this.words.stagesOf(kind), ...here.keys()]);
    return [...stages].map((stage) => {
      const { count = 0, ids = [], nextCursor = null } = here.get(stage) ?? {};
      const { name, isWon } = this.words.of(kind, stage, who.locale);
      const items = ids.flatMap((id) => byId.get(id) ?? []);
      return { kind, stage, name, isWon, count, items, nextCursor };
    });
  }
}

/** The filter with the member that `me` is. */
export function namely<Filter extends PitchFilter>(who: Principal, filter: Filter): Filter {
  return filter.assigneeMemberId === 'me' ? { ...filter, assigneeMemberId: who.memberId } : filter;
}

function refusal(message: string): RequestInvalid {
  return new RequestInvalid([{ field: 'to', code: 'days', message: `to: ${message}`, params: {} }]);
}
