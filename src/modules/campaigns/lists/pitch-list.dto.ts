import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { IsDay } from '../../../platform/http/field-rules.js';
import { ListQuery } from '../../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../../platform/http/may-be-absent.js';
import { PitchFilter, WORD } from './pitch-filter.dto.js';

export const PITCH_SORTS = ['newest', 'next', 'stage', 'site', 'in_stage'] as const;
export type PitchSort = (typeof PITCH_SORTS)[number];

/** The query of the list: its filter, its order, its page. */
export class PitchListQuery extends IntersectionType(PitchFilter, ListQuery) {
  /** By age, by the day of the next step, by stage, by site, or longest in its stage first. */
  @MayBeAbsent()
  @IsIn(PITCH_SORTS)
  @ApiProperty({ enum: PITCH_SORTS, enumName: 'PitchSort' })
  sort?: PitchSort;
}

/** The query of a board: which pitches, and how many cards each column begins with. */
export class PitchBoardQuery extends IntersectionType(PitchFilter, ListQuery) {}

/** The query of one column: more cards of a stage. */
export class PitchColumnQuery extends IntersectionType(PitchFilter, ListQuery) {
  @Matches(WORD)
  @ApiProperty({ description: 'Key of the kind the stage belongs to' })
  columnKind!: string;

  @Matches(WORD)
  @ApiProperty({ description: 'Key of the stage' })
  columnStage!: string;
}

/** The query of the calendar: the first and the last day, 62 days apart at most. */
export class PitchCalendarQuery extends PitchFilter {
  @IsDay()
  @ApiProperty({ format: 'date' })
  from!: string;

  @IsDay()
  @ApiProperty({ format: 'date' })
  to!: string;
}

/** The query of the export: which pitches, in which form. */
export class PitchExportQuery extends PitchFilter {
  @MayBeAbsent()
  @IsIn(['csv', 'xlsx'])
  format?: 'csv' | 'xlsx';
}
