import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsString,
  IsUUID,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { MAIL_PARTS, type MailPart } from '../../core/templates/render-mail.js';
import { TEMPLATE_LIMITS } from '../../core/templates/template-tree.js';
import { TEMPLATE_LOCALES, type TemplateLocale } from '../../core/templates/values.js';
import { ObjectIfSent } from '../../platform/http/if-sent.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';

/** The words of a template that is being written. */
export class MailDraft {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @IsString({ each: true })
  @MaxLength(TEMPLATE_LIMITS.subjectLength, { each: true })
  subjects!: string[];

  @IsString()
  @MaxLength(TEMPLATE_LIMITS.bodyLength)
  body!: string;

  @ValidateIf((draft: MailDraft) => draft.html !== undefined && draft.html !== null)
  @IsString()
  @MaxLength(TEMPLATE_LIMITS.htmlLength)
  @ApiProperty({ type: String, nullable: true, required: false })
  html?: string | null;

  @IsIn(TEMPLATE_LOCALES)
  @ApiProperty({ enum: TEMPLATE_LOCALES, enumName: 'TemplateLocale' })
  locale!: TemplateLocale;
}

/** A mail to look at: a template as it is kept, or (`draft`) as it is being written. */
export class MailPreviewWish {
  @MayBeAbsent()
  @IsUUID()
  templateId?: string;

  @ObjectIfSent(() => MailDraft)
  draft?: MailDraft;

  /** Whom it is for; the first contact of the pitch where absent. */
  @MayBeAbsent()
  @IsUUID()
  contactId?: string;
}

/** Why a mail cannot be filled in. */
export class MailPreviewProblem {
  @ApiProperty({ enum: MAIL_PARTS, enumName: 'MailPart' })
  part!: MailPart;
  index!: number;
  code!: string;
  line!: number;
  column!: number;
  length!: number;
  message!: string;
}

/** A mail filled in for one pitch. While anything is missing or wrong there is no mail at all: subjects empty, text and html null. */
export class MailPreview {
  subjects!: string[];
  text!: string | null;
  html!: string | null;
  /** Variables that are empty for this pitch. */
  missing!: string[];
  problems!: MailPreviewProblem[];
  contactId!: string | null;
  contactName!: string | null;
}
