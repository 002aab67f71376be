import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { PlacementRow } from '../placements/placements.service.js';

export const TODAY_LISTS = [
  'lost',
  'changed',
  'overdue',
  'check_by_hand',
  'site_down',
  'unlabelled',
  'target_failing',
] as const;
/** A list to work through on the page Today. */
export type TodayListKey = (typeof TODAY_LISTS)[number];

export class TodayQuery {
  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  @MayBeAbsent()
  @IsUUID()
  brandId?: string;
}

export class TodayList {
  @ApiProperty({ enum: TODAY_LISTS, enumName: 'TodayListKey' })
  key!: TodayListKey;
  total!: number;
  totalIsExact!: boolean;
  /** The first twenty; the whole list is on the placements page. */
  items!: PlacementRow[];
}

/** The three steps of a newcomer. */
export class FirstSteps {
  client!: boolean;
  brand!: boolean;
  placement!: boolean;
  /** All three are done: they are no longer shown. */
  done!: boolean;
}

export class TodayView {
  lists!: TodayList[];
  firstSteps!: FirstSteps;
}
