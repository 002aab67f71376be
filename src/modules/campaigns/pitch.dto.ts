import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
} from 'class-validator';
import { IsDay, IsFilled, IsWebAddress } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

const FIELDS = {
  type: 'object',
  additionalProperties: true,
  description: "Values of the kind's own fields by key; null takes one away.",
} as const;

/** What a new pitch and a change of one have in common. */
class PitchWish {
  /** Who works on it; null for nobody. */
  @IsOptional()
  @IsUUID()
  assigneeMemberId?: string | null;

  @IsOptional()
  @IsUUID()
  targetPageId?: string | null;

  @IsOptional()
  @IsUUID()
  assetId?: string | null;

  @MayBeAbsent()
  @IsObject()
  @ApiProperty(FIELDS)
  fields?: Record<string, unknown>;

  /** What it is called where its site does not say enough. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  label?: string;

  @MayBeAbsent()
  @IsUUID()
  siteId?: string;

  /** Any address on the site. */
  @MayBeAbsent()
  @IsString()
  @IsWebAddress()
  siteAddress?: string;

  /** A manager lets a conflict with a colleague pass. */
  @MayBeAbsent()
  @IsBoolean()
  release?: boolean;
}

/** A prospect in a campaign: by its site, any address on it, or its own id; without any of them it needs a label. */
export class NewPitch extends PitchWish {
  @MayBeAbsent()
  @IsUUID()
  prospectId?: string;

  /** In the order in which they are asked; left out, the site's first contact. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  contactIds?: string[];
}

export class PitchChange extends PitchWish {
  /** The revision that was read; a stale one is refused with `pitch.changed_meanwhile`. */
  @IsInt()
  @Min(1)
  revision!: number;

  /** What is to be done next; empty for what the kind says. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(300)
  nextStep?: string;

  @IsOptional()
  @IsString()
  @IsDay()
  nextStepOn?: string | null;
}

export class PitchContactsWish {
  /** All of them, in the order in which they are asked. */
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  contactIds!: string[];
}

export class MoveWish {
  /** The key of the stage. */
  @IsString()
  @MaxLength(60)
  to!: string;

  /** The revision that was read; a stale one is refused with `pitch.changed_meanwhile`. */
  @IsInt()
  @Min(1)
  revision!: number;
}

export class PauseWish {
  /** The day on which it goes on by itself; left out, when somebody resumes it. */
  @IsOptional()
  @IsString()
  @IsDay()
  until?: string | null;
}

export class LossWish {
  /** A reason of the kind. */
  @IsString()
  @IsFilled()
  @MaxLength(60)
  reason!: string;

  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

export class ReopenWish {
  /** The stage it goes on at; left out, where it stood. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(60)
  to?: string;
}
