import { ApiProperty } from '@nestjs/swagger';
import { MAIL_PURPOSES, type MailPurpose } from '../../core/campaigns/kind.js';
import { FORMS_OF_ADDRESS, type FormOfAddress } from '../../core/templates/form-of-address.js';
import { MAIL_PARTS, type MailPart } from '../../core/templates/render-mail.js';
import { TEMPLATE_LOCALES, type TemplateLocale } from '../../core/templates/values.js';

/** A mistake or a warning, where it stands and what it means. */
export class TemplateFinding {
  @ApiProperty({ enum: MAIL_PARTS, enumName: 'MailPart' })
  part!: MailPart;
  /** Which subject, from 0; 0 for the other parts. */
  index!: number;
  code!: string;
  /** Lines and columns count from 1; the length is in characters, 0 when the whole part is meant. */
  line!: number;
  column!: number;
  length!: number;
  /** What is wrong and what to do, in the reader's language. */
  message!: string;
}

/** What was found in a template. With problems it cannot be saved; warnings are only told. */
export class TemplateFindings {
  problems!: TemplateFinding[];
  warnings!: TemplateFinding[];
}

/** A template as lists show it. */
export class TemplateRow {
  id!: string;
  name!: string;
  clientId!: string | null;
  clientName!: string | null;
  kind!: string | null;
  @ApiProperty({ enum: MAIL_PURPOSES, enumName: 'MailPurpose' })
  purpose!: MailPurpose;
  @ApiProperty({ enum: TEMPLATE_LOCALES, enumName: 'TemplateLocale' })
  locale!: TemplateLocale;
  @ApiProperty({ enum: FORMS_OF_ADDRESS, enumName: 'TemplateFormOfAddress' })
  formOfAddress!: FormOfAddress;
  /** The first subject of the present version. */
  subject!: string;
  /** The starter it was copied from. */
  starter!: string | null;
  versionNo!: number;
  revision!: number;
  createdAt!: Date;
  updatedAt!: Date;
  archivedAt!: Date | null;
}

export class TemplateList {
  items!: TemplateRow[];
}

/** A template with the words of its present version and what is to be said about them. */
export class TemplateDetail extends TemplateRow {
  subjects!: string[];
  body!: string;
  html!: string | null;
  /** Variables the words name. */
  variables!: string[];
  findings!: TemplateFindings;
}

export class TemplateVersionView {
  id!: string;
  no!: number;
  subjects!: string[];
  body!: string;
  html!: string | null;
  note!: string;
  createdByName!: string | null;
  createdAt!: Date;
  isCurrent!: boolean;
}

export class TemplateVersionList {
  items!: TemplateVersionView[];
}

export class TemplateStarterView {
  key!: string;
  kind!: string;
  @ApiProperty({ enum: MAIL_PURPOSES, enumName: 'MailPurpose' })
  purpose!: MailPurpose;
  @ApiProperty({ enum: TEMPLATE_LOCALES, enumName: 'TemplateLocale' })
  locale!: TemplateLocale;
  name!: string;
  note!: string;
  subjects!: string[];
  body!: string;
}

export class TemplateStarterList {
  items!: TemplateStarterView[];
}

export class TemplateVariableView {
  /** What stands between the braces. */
  path!: string;
  name!: string;
  example!: string;
  /** Only to be asked by `if`, not to be printed. */
  isFlag!: boolean;
}

export class TemplateVariableList {
  items!: TemplateVariableView[];
}

export class SnippetView {
  id!: string;
  key!: string;
  @ApiProperty({ enum: TEMPLATE_LOCALES, enumName: 'TemplateLocale' })
  locale!: TemplateLocale;
  body!: string;
  /** Templates whose present version uses it. */
  usedBy!: number;
  revision!: number;
  createdAt!: Date;
  updatedAt!: Date;
  archivedAt!: Date | null;
}

export class SnippetList {
  items!: SnippetView[];
}
