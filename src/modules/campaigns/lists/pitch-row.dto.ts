import { ApiProperty } from '@nestjs/swagger';
import {
  PITCH_OUTCOMES,
  PITCH_STATUSES,
  type PitchOutcome,
  type PitchStatus,
} from '../../../core/campaigns/pitch.js';
import { PLACEMENT_STATES, type PlacementState } from '../../../core/placements/placement.js';
import { ListPage } from '../../../platform/http/list.dto.js';

/** The first contact of a pitch. */
export class PitchContactLabel {
  id!: string;
  name!: string;
}

/** The placement a pitch came to: of several the one that is followed longest from now. */
export class PitchPlacement {
  id!: string;
  @ApiProperty({ enum: PLACEMENT_STATES, enumName: 'PlacementState' })
  state!: PlacementState;
  rechecking!: boolean;
  isOverdue!: boolean;
}

/** A pitch as lists and boards show it. */
export class PitchRow {
  id!: string;
  campaignId!: string;
  campaignName!: string;
  kind!: string;
  clientId!: string;
  clientName!: string;
  brandId!: string;
  siteId!: string | null;
  /** The site's name; null while no site is known. */
  displayHost!: string | null;
  label!: string;
  stage!: string;
  stageName!: string;
  stageSince!: Date;
  daysInStage!: number;
  isStuck!: boolean;
  @ApiProperty({ enum: PITCH_STATUSES, enumName: 'PitchStatus' })
  status!: PitchStatus;
  @ApiProperty({ enum: PITCH_OUTCOMES, nullable: true })
  outcome!: PitchOutcome | null;
  lossReason!: string | null;
  assigneeMemberId!: string | null;
  assigneeName!: string | null;
  contact!: PitchContactLabel | null;
  contactCount!: number;
  /** What is to be done next: the team's own words, else those of the kind for this stage; empty once it is closed. */
  nextStep!: string;
  @ApiProperty({ format: 'date' })
  nextStepOn!: string | null;
  isOverdue!: boolean;
  @ApiProperty({ format: 'date' })
  pausedUntil!: string | null;
  placement!: PitchPlacement | null;
  /** What the client said, by what it was asked: `site`, `topic`, `draft`. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  approvalStates!: Record<string, string>;
  revision!: number;
  createdAt!: Date;
  updatedAt!: Date;
  archivedAt!: Date | null;
}

/** A page of pitches. */
export class PitchList extends ListPage {
  items!: PitchRow[];
}

/** A column of a board: a stage with its first cards, those that came last before the others. */
export class PitchColumn {
  kind!: string;
  stage!: string;
  name!: string;
  isWon!: boolean;
  count!: number;
  items!: PitchRow[];
  nextCursor!: string | null;
}

/** More cards of one column. */
export class PitchColumnPage {
  items!: PitchRow[];
  nextCursor!: string | null;
}

/** Numbers over the pitches of a board. Won and lost count whatever stage or outcome the board is narrowed to. */
export class PitchTotals {
  /** Cards on the board. */
  count!: number;
  won!: number;
  lost!: number;
  decided!: number;
  overdue!: number;
  stuck!: number;
}

/** Pitches by the stages of their kind. */
export class PitchBoard {
  columns!: PitchColumn[];
  totals!: PitchTotals;
}

export const CALENDAR_WHATS = ['next_step', 'task', 'deadline', 'due', 'end'] as const;
export type CalendarWhat = (typeof CALENDAR_WHATS)[number];

/** Something on a day: a next step, a task, a date of a pitch's own fields, a placement that is due, an end. */
export class CalendarItem {
  @ApiProperty({ enum: CALENDAR_WHATS, enumName: 'CalendarWhat' })
  what!: CalendarWhat;
  pitchId!: string | null;
  taskId!: string | null;
  placementId!: string | null;
  campaignId!: string | null;
  campaignName!: string | null;
  /** The site's name, else the pitch's label. */
  about!: string | null;
  /** The step, the task's title, or the name of the own field; empty for the others. */
  title!: string;
  assigneeName!: string | null;
  isOverdue!: boolean;
}

export class CalendarDay {
  @ApiProperty({ format: 'date' })
  on!: string;
  items!: CalendarItem[];
}

/** The days on which something is; days without anything are left out. */
export class PitchCalendar {
  days!: CalendarDay[];
  /** False when there is more than a calendar shows. */
  isComplete!: boolean;
}
