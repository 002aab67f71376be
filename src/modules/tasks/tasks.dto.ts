import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { DUE_STATES, type DueState } from '../../core/tasks/due.js';
import { TASK_KINDS, type TaskKind } from '../../core/tasks/task.js';
import { IsDay, IsFilled, IsMapOfTexts } from '../../platform/http/field-rules.js';
import { IdsIfSent, ObjectIfSent } from '../../platform/http/if-sent.js';
import { ListPage } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { TaskFilter } from './task-filter.dto.js';

/** A new task. What it belongs to is enough: a pitch's task is its campaign's, its client's and its site's, too. */
export class NewTask {
  @IsString()
  @IsFilled()
  @MaxLength(300)
  title!: string;

  @MayBeAbsent()
  @IsIn(TASK_KINDS)
  @ApiProperty({ enum: TASK_KINDS, enumName: 'TaskKind' })
  kind?: TaskKind;

  @MayBeAbsent()
  @IsString()
  @MaxLength(10_000)
  note?: string;

  /** What the work needs at hand, such as the address of a link. */
  @MayBeAbsent()
  @IsMapOfTexts()
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  facts?: Record<string, string>;

  @IsOptional()
  @IsDay()
  dueOn?: string | null;

  /** Who does it; whoever adds it where nothing is said, nobody for null. */
  @IsOptional()
  @IsUUID()
  assigneeMemberId?: string | null;

  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  @MayBeAbsent()
  @IsUUID()
  campaignId?: string;

  @MayBeAbsent()
  @IsUUID()
  pitchId?: string;

  @MayBeAbsent()
  @IsUUID()
  placementId?: string;

  @MayBeAbsent()
  @IsUUID()
  orderId?: string;

  @MayBeAbsent()
  @IsUUID()
  siteId?: string;
}

/** What shall be different. Where a task belongs never changes. */
export class TaskChange {
  @IsInt()
  revision!: number;

  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(300)
  title?: string;

  @MayBeAbsent()
  @IsIn(TASK_KINDS)
  @ApiProperty({ enum: TASK_KINDS, enumName: 'TaskKind' })
  kind?: TaskKind;

  @MayBeAbsent()
  @IsString()
  @MaxLength(10_000)
  note?: string;

  @IsOptional()
  @IsDay()
  dueOn?: string | null;

  @IsOptional()
  @IsUUID()
  assigneeMemberId?: string | null;
}

/** What came of it. */
export class TaskResult {
  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  result?: string;
}

export class TaskView {
  id!: string;
  @ApiProperty({ enum: TASK_KINDS, enumName: 'TaskKind' })
  kind!: TaskKind;
  title!: string;
  note!: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  facts!: Record<string, string>;
  dueOn!: string | null;
  @ApiProperty({ enum: DUE_STATES, enumName: 'DueState' })
  due!: DueState;
  assigneeMemberId!: string | null;
  assigneeName!: string | null;
  clientId!: string | null;
  clientName!: string | null;
  campaignId!: string | null;
  campaignName!: string | null;
  pitchId!: string | null;
  /** What the pitch is called: its label, or its site. */
  pitchLabel!: string | null;
  placementId!: string | null;
  /** Where the placement's link stands, or is awaited. */
  placementSource!: string | null;
  orderId!: string | null;
  siteId!: string | null;
  displayHost!: string | null;
  doneAt!: Date | null;
  doneByName!: string | null;
  result!: string;
  revision!: number;
  createdByName!: string | null;
  createdAt!: Date;
}

export class TaskList extends ListPage {
  items!: TaskView[];
}

/** How many tasks there are; the filter's own state is left aside. */
export class TaskCounts {
  open!: number;
  overdue!: number;
  today!: number;
  /** Open ones nobody has, whatever the filter says about who does them. */
  unassigned!: number;
}

export const TASK_ACTIONS = ['assign', 'due', 'done'] as const;
export type TaskAction = (typeof TASK_ACTIONS)[number];

/** What an action needs to know beside its name. */
export class TaskActionParams {
  /** For `assign`: who does them from now on, null for nobody. */
  @IsOptional()
  @IsUUID()
  assigneeMemberId?: string | null;

  /** For `due`: the new day, null for none. */
  @IsOptional()
  @IsDay()
  dueOn?: string | null;

  /** For `done`: what came of them. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  result?: string;
}

/** An act on many tasks: named ones, or all that fit a filter now. */
export class TasksAct {
  @IsIn(TASK_ACTIONS)
  @ApiProperty({ enum: TASK_ACTIONS, enumName: 'TaskAction' })
  action!: TaskAction;

  @IdsIfSent()
  ids?: string[];

  @ObjectIfSent(() => TaskFilter)
  filter?: TaskFilter;

  @ObjectIfSent(() => TaskActionParams)
  params?: TaskActionParams;
}
