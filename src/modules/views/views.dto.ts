import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { IsFilled } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

export const VIEW_LISTS = [
  'prospects',
  'publishers',
  'contacts',
  'relationships',
  'placements',
  'campaigns',
  'pitches',
  'orders',
] as const;
export type ViewList = (typeof VIEW_LISTS)[number];

/** The search part of a page's address: nothing but what follows the question mark. */
const QUERY = /^(?:|\?[^\s#\p{Cc}]*)$/u;

export class SavedViewsQuery {
  @MayBeAbsent()
  @IsIn(VIEW_LISTS)
  @ApiProperty({ enum: VIEW_LISTS, enumName: 'ViewList' })
  list?: ViewList;
}

export class NewSavedView {
  @IsIn(VIEW_LISTS)
  @ApiProperty({ enum: VIEW_LISTS, enumName: 'ViewList' })
  list!: ViewList;

  @IsString()
  @IsFilled()
  @MaxLength(80)
  name!: string;

  /** The search part of the page's address, with its question mark. */
  @IsString()
  @MaxLength(4000)
  @Matches(QUERY)
  @ApiProperty({ example: '?status=new&sort=fit' })
  query!: string;

  /** Everybody of the workspace sees a shared view. */
  @MayBeAbsent()
  @IsBoolean()
  isShared?: boolean;
}

export class SavedViewChange {
  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(80)
  name?: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(4000)
  @Matches(QUERY)
  query?: string;

  @MayBeAbsent()
  @IsBoolean()
  isShared?: boolean;
}

/** A list as somebody wants to see it again: its filters, its order, its columns. */
export class SavedViewView {
  id!: string;
  @ApiProperty({ enum: VIEW_LISTS, enumName: 'ViewList' })
  list!: ViewList;
  name!: string;
  query!: string;
  isShared!: boolean;
  memberId!: string;
  isMine!: boolean;
  updatedAt!: Date;
}

export class SavedViewList {
  items!: SavedViewView[];
}
