import { ApiProperty, PickType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { MAIL_PURPOSES, type MailPurpose } from '../../core/campaigns/kind.js';
import { FORMS_OF_ADDRESS, type FormOfAddress } from '../../core/templates/form-of-address.js';
import { TEMPLATE_LIMITS } from '../../core/templates/template-tree.js';
import { TEMPLATE_LOCALES, type TemplateLocale } from '../../core/templates/values.js';
import { IsFilled } from '../../platform/http/field-rules.js';
import { trueOrFalse } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

const KIND = /^[a-z][a-z_]{0,39}$/;

/** Sent as null to say "none". */
const OrNull = (field: string): PropertyDecorator =>
  ValidateIf((wish: object) => {
    const value = (wish as Record<string, unknown>)[field];
    return value !== undefined && value !== null;
  });

/** The words of a template. */
export class TemplateContent {
  /** Variants of the subject, one to five. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @IsString({ each: true })
  @MaxLength(TEMPLATE_LIMITS.subjectLength, { each: true })
  subjects!: string[];

  @IsString()
  @MaxLength(TEMPLATE_LIMITS.bodyLength)
  body!: string;

  /** The HTML part where it is written apart; null or absent: it is made from the text. */
  @OrNull('html')
  @IsString()
  @MaxLength(TEMPLATE_LIMITS.htmlLength)
  @ApiProperty({ type: String, nullable: true, required: false })
  html?: string | null;
}

/** A template to add: written, or (`starter`) a copy of one that comes with the program. */
export class NewTemplate {
  /** The key of a starter template; then only `name` and `clientId` are read beside it. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  starter?: string;

  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(120)
  name?: string;

  /** The client it is for; null for all. */
  @OrNull('clientId')
  @IsUUID()
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  clientId?: string | null;

  @OrNull('kind')
  @IsString()
  @Matches(KIND)
  @ApiProperty({ type: String, nullable: true, required: false })
  kind?: string | null;

  @MayBeAbsent()
  @IsIn(MAIL_PURPOSES)
  @ApiProperty({ enum: MAIL_PURPOSES, enumName: 'MailPurpose', required: false })
  purpose?: MailPurpose;

  @MayBeAbsent()
  @IsIn(TEMPLATE_LOCALES)
  @ApiProperty({ enum: TEMPLATE_LOCALES, enumName: 'TemplateLocale', required: false })
  locale?: TemplateLocale;

  @MayBeAbsent()
  @IsIn(FORMS_OF_ADDRESS)
  @ApiProperty({ enum: FORMS_OF_ADDRESS, enumName: 'TemplateFormOfAddress', required: false })
  formOfAddress?: FormOfAddress;

  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @IsString({ each: true })
  @MaxLength(TEMPLATE_LIMITS.subjectLength, { each: true })
  subjects?: string[];

  @MayBeAbsent()
  @IsString()
  @MaxLength(TEMPLATE_LIMITS.bodyLength)
  body?: string;

  @OrNull('html')
  @IsString()
  @MaxLength(TEMPLATE_LIMITS.htmlLength)
  @ApiProperty({ type: String, nullable: true, required: false })
  html?: string | null;
}

export class TemplateChange {
  /** The revision the change was made on. */
  @IsInt()
  @Min(1)
  revision!: number;

  @MayBeAbsent()
  @IsString()
  @IsFilled()
  @MaxLength(120)
  name?: string;

  @MayBeAbsent()
  @IsIn(MAIL_PURPOSES)
  @ApiProperty({ enum: MAIL_PURPOSES, enumName: 'MailPurpose', required: false })
  purpose?: MailPurpose;

  @MayBeAbsent()
  @IsIn(FORMS_OF_ADDRESS)
  @ApiProperty({ enum: FORMS_OF_ADDRESS, enumName: 'TemplateFormOfAddress', required: false })
  formOfAddress?: FormOfAddress;
}

export class NewTemplateVersion extends TemplateContent {
  /** The revision the words were written on. */
  @IsInt()
  @Min(1)
  revision!: number;

  /** What changed, in a few words. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(300)
  note?: string;
}

/** Which templates: every field narrows. */
export class TemplateFilter {
  /** Templates of this kind and those for any kind. */
  @MayBeAbsent()
  @IsString()
  @Matches(KIND)
  kind?: string;

  @MayBeAbsent()
  @IsIn(MAIL_PURPOSES)
  @ApiProperty({ enum: MAIL_PURPOSES, enumName: 'MailPurpose', required: false })
  purpose?: MailPurpose;

  @MayBeAbsent()
  @IsIn(TEMPLATE_LOCALES)
  @ApiProperty({ enum: TEMPLATE_LOCALES, enumName: 'TemplateLocale', required: false })
  locale?: TemplateLocale;

  @MayBeAbsent()
  @IsIn(FORMS_OF_ADDRESS)
  @ApiProperty({ enum: FORMS_OF_ADDRESS, enumName: 'TemplateFormOfAddress', required: false })
  formOfAddress?: FormOfAddress;

  /** Templates of this client and those for all. */
  @MayBeAbsent()
  @IsUUID()
  clientId?: string;

  /** Words of the name or of a subject. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  search?: string;

  /** True lists archived templates, false (the default) those that are not. */
  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => trueOrFalse(value))
  @IsBoolean()
  archived?: boolean;
}

/** What is to be looked at without saving it. */
export class TemplateDraft extends TemplateContent {
  @OrNull('kind')
  @IsString()
  @Matches(KIND)
  @ApiProperty({ type: String, nullable: true, required: false })
  kind?: string | null;

  @IsIn(MAIL_PURPOSES)
  @ApiProperty({ enum: MAIL_PURPOSES, enumName: 'MailPurpose' })
  purpose!: MailPurpose;

  @IsIn(TEMPLATE_LOCALES)
  @ApiProperty({ enum: TEMPLATE_LOCALES, enumName: 'TemplateLocale' })
  locale!: TemplateLocale;

  @MayBeAbsent()
  @IsIn(FORMS_OF_ADDRESS)
  @ApiProperty({ enum: FORMS_OF_ADDRESS, enumName: 'TemplateFormOfAddress', required: false })
  formOfAddress?: FormOfAddress;
}

/** Which starters or variables. */
export class StarterFilter extends PickType(TemplateFilter, ['kind', 'locale']) {}
export class VariableFilter extends PickType(TemplateFilter, ['kind', 'locale']) {}
