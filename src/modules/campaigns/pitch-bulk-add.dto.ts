import { IsBoolean, IsOptional, IsUUID } from 'class-validator';
import { IdsIfSent, ObjectIfSent } from '../../platform/http/if-sent.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { ProspectFilter } from '../prospects/prospect-choosing.service.js';

/** Prospects to add: named ones, or all that fit a filter now. */
export class PitchesWish {
  @IdsIfSent()
  prospectIds?: string[];

  @ObjectIfSent(() => ProspectFilter)
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
