import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { IsDay } from '../../platform/http/field-rules.js';
import { commaList } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

const DOCUMENTED = ['rel', 'anchor', 'region', 'indexable', 'duration', 'match', 'labelling'] as const;

/** The fields beside the file in the form. */
export class NewDocument {
  /** What the document is; its file name where left out. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(4000)
  reference?: string;

  @MayBeAbsent()
  @IsString()
  @IsDay()
  agreedOn?: string;

  /** Which terms it speaks for, with commas between. */
  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => commaList(value))
  @IsIn(DOCUMENTED, { each: true })
  @ApiProperty({ type: String, description: 'Terms with commas between', example: 'rel,anchor' })
  terms?: string[];
}
