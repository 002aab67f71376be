import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsString, Matches, MaxLength, Min } from 'class-validator';
import { TEMPLATE_LIMITS } from '../../core/templates/template-tree.js';
import { TEMPLATE_LOCALES, type TemplateLocale } from '../../core/templates/values.js';
import { IsFilled } from '../../platform/http/field-rules.js';
import { trueOrFalse } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

export class NewSnippet {
  /** What templates call it by: small letters, digits and underscores. */
  @IsString()
  @Matches(/^[a-z][a-z0-9_]{0,39}$/, { message: '$property must be small letters, digits and underscores' })
  key!: string;

  @IsIn(TEMPLATE_LOCALES)
  @ApiProperty({ enum: TEMPLATE_LOCALES, enumName: 'TemplateLocale' })
  locale!: TemplateLocale;

  @IsString()
  @IsFilled()
  @MaxLength(TEMPLATE_LIMITS.snippetLength)
  body!: string;
}

export class SnippetChange {
  /** The revision the change was made on. */
  @IsInt()
  @Min(1)
  revision!: number;

  @IsString()
  @IsFilled()
  @MaxLength(TEMPLATE_LIMITS.snippetLength)
  body!: string;
}

export class SnippetFilter {
  @MayBeAbsent()
  @IsIn(TEMPLATE_LOCALES)
  @ApiProperty({ enum: TEMPLATE_LOCALES, enumName: 'TemplateLocale', required: false })
  locale?: TemplateLocale;

  /** True lists archived snippets, false (the default) those that are not. */
  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => trueOrFalse(value))
  @IsBoolean()
  archived?: boolean;
}
