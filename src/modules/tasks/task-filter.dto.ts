import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsUUID, ValidateIf } from 'class-validator';
import { TASK_KINDS, TASK_LISTS, type TaskKind, type TaskListState } from '../../core/tasks/task.js';
import { IsDay } from '../../platform/http/field-rules.js';
import { commaList, ListQuery } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

export const TASK_SORTS = ['due', 'newest', 'done'] as const;
export type TaskSort = (typeof TASK_SORTS)[number];

const List = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => commaList(value));

/** Which tasks: every field narrows. Removed ones are in no list. */
export class TaskFilter {
  /** A member's id, or `none` for tasks nobody has. */
  @ValidateIf((filter: TaskFilter) => !['none', undefined].includes(filter.assigneeMemberId))
  @IsUUID()
  @ApiProperty({ type: String, format: 'uuid or none', required: false })
  assigneeMemberId?: string;

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

  @MayBeAbsent()
  @List()
  @IsIn(TASK_KINDS, { each: true })
  @ApiProperty({ type: String, description: 'Kinds with commas between', example: 'write,draft' })
  kind?: TaskKind[];

  /** `open` (the default) is all that is not done; `overdue` and `today` are parts of it. */
  @MayBeAbsent()
  @IsIn(TASK_LISTS)
  @ApiProperty({ enum: TASK_LISTS, enumName: 'TaskListState' })
  state?: TaskListState;

  /** Due on this day or before. */
  @MayBeAbsent()
  @IsDay()
  dueTo?: string;
}

/** The query of the list: its filter, its order, its page. */
export class TaskListQuery extends IntersectionType(TaskFilter, ListQuery) {
  /** `due` (the default) has those without a day last; `done` is the default of tasks that are done, latest first. */
  @MayBeAbsent()
  @IsIn(TASK_SORTS)
  @ApiProperty({ enum: TASK_SORTS, enumName: 'TaskSort' })
  sort?: TaskSort;
}
