import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

export const MY_DAY_LISTS = [
  'tasks',
  'deadlines',
  'pitches',
  'approvals',
  'worse',
  'overdue',
  'reclamations',
  'payable',
  'renewals',
] as const;
/** A list of what waits for one person, in the order it is worked through. */
export type MyDayListKey = (typeof MY_DAY_LISTS)[number];

export class MyDayQuery {
  @MayBeAbsent()
  @IsUUID()
  clientId?: string;
}

/** Something that waits. */
export class MyDayItem {
  id!: string;
  /** A task's own words, else the site or the counterparty. */
  title!: string;
  /** What is to be done or what it is about; null where the title says it all. */
  detail!: string | null;
  /** The campaign or the client it is for. */
  place!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn!: string | null;
  isOverdue!: boolean;
  /** When it happened, for what has no day. */
  at!: Date | null;
  /** The state of the placement, the approval, the reclamation or the order; null for tasks and pitches. */
  state!: string | null;
  amountMinor!: number | null;
  currency!: string | null;
  /** Its own page: a path of the interface. */
  address!: string;
}

export class MyDayList {
  @ApiProperty({ enum: MY_DAY_LISTS, enumName: 'MyDayListKey' })
  key!: MyDayListKey;
  total!: number;
  totalIsExact!: boolean;
  /** The page of the interface that shows the whole list. */
  address!: string;
  /** The first ten. */
  items!: MyDayItem[];
}

export class MyDay {
  /** The day it is in the workspace's zone. */
  @ApiProperty({ format: 'date' })
  today!: string;
  /** Lists with something on them. */
  lists!: MyDayList[];
}
