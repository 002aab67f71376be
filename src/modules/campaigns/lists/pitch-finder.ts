import { Injectable } from '@nestjs/common';
import { searchedWords } from '../../../core/prospects/searched-words.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Conditions } from '../../../platform/database/conditions.js';
import { Database } from '../../../platform/database/database.js';
import { conditionsOf, type PitchMoments } from './pitch-conditions.js';
import type { PitchFilter } from './pitch-filter.dto.js';
import { StageWords } from './stage-words.js';

/** Finds of a search that are looked up one by one; more are met soon by reading in order. */
const FEW = 2000;

/** Turns a filter into conditions on `pitches p`, in the open transaction. */
@Injectable()
export class PitchFinder {
  constructor(
    private readonly database: Database,
    private readonly words: StageWords,
    private readonly clock: Clock,
  ) {}

  /** What the words of filters refer to now, in this workspace. */
  async moments(): Promise<PitchMoments> {
    const now = this.clock.now();
    const rows = await this.query<{ today: string }>(
      'select ($1::timestamptz at time zone time_zone)::date::text as today from workspaces',
      [now],
    );
    const today = rows[0]?.today ?? now.toISOString().slice(0, 10);
    const deadlines = this.words.calendarFields().filter(({ what }) => what === 'deadline');
    return { now, today, patience: this.words.patience(), deadlines };
  }

  /** The filter with its search as conditions. Words of fewer than three characters are the beginning of what is searched. */
  async conditions(filter: PitchFilter, moments: PitchMoments): Promise<Conditions> {
    const all = conditionsOf(filter, moments);
    const words = searchedWords(filter.search ?? '');
    if (words === '') return all;
    if ([...words].length < 3)
      return all.add('p.search_text >= $', words).add('p.search_text < $', `${words}\u{10FFFF}`);
    const few = filter.archived === true ? null : await this.foundIds(words);
    if (few !== null) return all.add('p.id = any ($::uuid[])', few);
    // Written as a case the planner does not take it for a rare find, which would make it read and sort everything.
    return all.add(
      'case when p.search_text like $ then true else false end',
      `%${words.replace(/[\\%_]/g, '\\$&')}%`,
    );
  }

  /** The ids of what a search finds, as the text of an array; null when there are many. */
  private async foundIds(words: string): Promise<string | null> {
    const rows = await this.query<{ ids: string | null; found: number }>(
      `select array_agg(id)::text as ids, count(*)::int as found from (select search_pitches($1, $2) as id) finds`,
      [words, FEW + 1],
    );
    const { ids = null, found = 0 } = rows[0] ?? {};
    return found > FEW ? null : (ids ?? '{}');
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.manager().query<Row[]>(sql, values);
  }
}
