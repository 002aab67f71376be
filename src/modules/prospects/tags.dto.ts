import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { IsFilled } from '../../platform/http/field-rules.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

export const TAG_KINDS = ['tag', 'topic'] as const;
export type TagKind = (typeof TAG_KINDS)[number];

export class TagsQuery {
  @MayBeAbsent()
  @IsIn(TAG_KINDS)
  @ApiProperty({ enum: TAG_KINDS, enumName: 'TagKind' })
  kind?: TagKind;
}

export class NewTag {
  @IsIn(TAG_KINDS)
  @ApiProperty({ enum: TAG_KINDS, enumName: 'TagKind' })
  kind!: TagKind;

  @IsString()
  @IsFilled()
  @MaxLength(60)
  name!: string;
}

export class TagChange {
  @IsString()
  @IsFilled()
  @MaxLength(60)
  name!: string;
}

/** A tag, or a topic, with how many prospects have it. */
export class TagView {
  id!: string;
  @ApiProperty({ enum: TAG_KINDS, enumName: 'TagKind' })
  kind!: TagKind;
  name!: string;
  prospectCount!: number;
}

export class TagList {
  items!: TagView[];
}
