import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsObject,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { ProspectFilter } from '../prospects/prospect-choosing.service.js';

/** Prospects to add: named ones, or all that fit a filter now. */
export class PitchesWish {
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10_000)
  @IsUUID(undefined, { each: true })
  prospectIds?: string[];

  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => ProspectFilter)
  filter?: ProspectFilter;

  /** Who works on all of them; left out, whoever adds them; null for nobody. */
  @IsOptional()
  @IsUUID()
  assigneeMemberId?: string | null;

  @IsOptional()
  @IsUUID()
  targetPageId?: string | null;

  /** A manager lets conflicts with colleagues pass. */
  @MayBeAbsent()
  @IsBoolean()
  release?: boolean;
}
