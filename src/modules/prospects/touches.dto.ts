import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  TOUCH_DIRECTIONS,
  TOUCH_KINDS,
  TOUCH_RESULTS,
  type TouchDirection,
  type TouchKind,
  type TouchResult,
} from '../../core/prospects/prospect.js';
import { ListPage } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** Something that happened between the team and a site, written down by hand. */
export class NewTouch {
  @IsIn(TOUCH_KINDS)
  @ApiProperty({ enum: TOUCH_KINDS, enumName: 'TouchKind' })
  kind!: TouchKind;

  @MayBeAbsent()
  @IsIn(TOUCH_DIRECTIONS)
  @ApiProperty({ enum: TOUCH_DIRECTIONS, enumName: 'TouchDirection' })
  direction?: TouchDirection;

  @MayBeAbsent()
  @IsIn(TOUCH_RESULTS)
  @ApiProperty({ enum: TOUCH_RESULTS, enumName: 'TouchResult' })
  result?: TouchResult;

  /** When it was; now where it is not said, never in the future. */
  @MayBeAbsent()
  @IsISO8601({ strict: true, strictSeparator: true })
  @ApiProperty({ format: 'date-time' })
  at?: string;

  @MayBeAbsent()
  @IsUUID()
  contactId?: string;

  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  @MayBeAbsent()
  @IsUUID()
  brandId?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(4000)
  note?: string;
}

/** A touch of a site. What belongs to a client that whoever asks may not see is hidden. */
export class TouchView {
  id!: string;
  at!: Date;
  @ApiProperty({ enum: TOUCH_KINDS, enumName: 'TouchKind' })
  kind!: TouchKind;
  @ApiProperty({ enum: TOUCH_DIRECTIONS, enumName: 'TouchDirection' })
  direction!: TouchDirection;
  @ApiProperty({ enum: TOUCH_RESULTS, enumName: 'TouchResult' })
  result!: TouchResult;
  memberName!: string | null;
  contactId!: string | null;
  contactName!: string | null;
  clientId!: string | null;
  clientName!: string | null;
  brandName!: string | null;
  note!: string;
  isHidden!: boolean;
}

export class TouchList extends ListPage {
  items!: TouchView[];
}
