import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IMPORT_CONTENTS, type ImportContent } from '../../core/imports/content.js';
import { IMPORT_GROUNDS, type ImportGround } from '../../core/imports/import-needs.js';
import {
  COMPENSATIONS,
  type Compensation,
  PLACEMENT_TYPES,
  type PlacementType,
} from '../../core/placements/placement.js';
import { IsDay, IsFilled } from '../../platform/http/field-rules.js';
import { ObjectIfSent } from '../../platform/http/if-sent.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { FIELD_MAPPING, IsFieldMapping } from './field-mapping.js';

const MODES = ['fill', 'replace'] as const;
const DECIMALS = ['point', 'comma', 'unknown'] as const;
const DATE_ORDERS = ['day_first', 'month_first', 'unknown'] as const;
const PROSPECT_STATUSES = ['new', 'researching', 'qualified', 'paused', 'unfit'] as const;

/** What holds for rows that say nothing of their own. */
export class ImportDefaultsView {
  @IsIn(PLACEMENT_TYPES)
  @ApiProperty({ enum: PLACEMENT_TYPES, enumName: 'PlacementType' })
  type!: PlacementType;

  @IsIn(COMPENSATIONS)
  @ApiProperty({ enum: COMPENSATIONS, enumName: 'Compensation' })
  compensation!: Compensation;

  /** The currency of prices without one, such as EUR. */
  @MayBeAbsent()
  @Matches(/^[A-Z]{3}$/)
  currency?: string;
}

/** How the rows are taken. */
export class ImportOptionsView {
  /** The brand of rows that name none; without one it is told by the target's address. */
  @IsOptional()
  @IsUUID()
  brandId?: string | null;

  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => ImportDefaultsView)
  defaults!: ImportDefaultsView;

  /** `fill` writes only what is empty, `replace` writes what the file says. */
  @MayBeAbsent()
  @IsIn(MODES)
  @ApiPropertyOptional({ enum: MODES, enumName: 'IntakeMode' })
  mode?: 'fill' | 'replace';

  /** Makes every site of the file a prospect too. */
  @MayBeAbsent()
  @IsBoolean()
  alsoProspects?: boolean;

  /** What was paid for the placements of the file is also written down as what is asked there. */
  @MayBeAbsent()
  @IsBoolean()
  alsoConditions?: boolean;

  /** Tags every prospect of the file gets. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  @IsFilled({ each: true })
  tags?: string[];

  /** The status of new prospects whose row names none. */
  @IsOptional()
  @IsIn(PROSPECT_STATUSES)
  @ApiPropertyOptional({ enum: PROSPECT_STATUSES, enumName: 'ImportedProspectStatus', nullable: true })
  status?: string | null;

  /** The file is a complete export: a link it no longer names is lost. */
  @MayBeAbsent()
  @IsBoolean()
  isComplete?: boolean;

  /** The day the file tells of, as YYYY-MM-DD; the day of the upload where absent. */
  @IsOptional()
  @IsDay()
  observedOn?: string | null;
}

/** How ambiguous days and numbers of the file are read. */
export class ValueDialectView {
  @IsIn(DECIMALS)
  @ApiProperty({ enum: DECIMALS, enumName: 'ImportDecimal' })
  decimal!: 'point' | 'comma' | 'unknown';

  @IsIn(DATE_ORDERS)
  @ApiProperty({ enum: DATE_ORDERS, enumName: 'ImportDateOrder' })
  dateOrder!: 'day_first' | 'month_first' | 'unknown';
}

export class ImportPlan {
  @IsIn(IMPORT_CONTENTS)
  @ApiProperty({ enum: IMPORT_CONTENTS, enumName: 'ImportContent' })
  content!: ImportContent;

  /** Which column (from 0) holds which field; a field that is left out has no column. */
  @IsFieldMapping()
  @ApiProperty(FIELD_MAPPING)
  mapping!: Record<string, number>;

  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => ImportOptionsView)
  options!: ImportOptionsView;

  @ObjectIfSent(() => ValueDialectView)
  dialect?: ValueDialectView;

  /** Why the people of the file may be mailed; `none_known` brings them in without a ground. */
  @IsOptional()
  @IsIn(IMPORT_GROUNDS)
  @ApiPropertyOptional({ enum: IMPORT_GROUNDS, enumName: 'ImportGround', nullable: true })
  ground?: ImportGround | null;

  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  groundNote?: string;
}

/** The form beside the file. */
export class NewImport {
  @MayBeAbsent()
  @IsUUID()
  brandId?: string;
}

/** The sheet of a workbook, or the file of an archive, that is to be read. */
export class SheetChoice {
  @IsString()
  @MaxLength(500)
  name!: string;
}

export class ImportJobAnswer {
  jobId!: string;
}

export class ImportFormatView {
  id!: string;
  name!: string;
  @ApiProperty({ enum: IMPORT_CONTENTS, enumName: 'ImportContent' })
  content!: ImportContent;
}

export class ImportContentView {
  @ApiProperty({ enum: IMPORT_CONTENTS, enumName: 'ImportContent' })
  content!: ImportContent;
  /** Fields a column can hold. */
  fields!: string[];
  /** Of each group a row must have one field. */
  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'string' } } })
  required!: string[][];
}

export class ImportFormatList {
  formats!: ImportFormatView[];
  contents!: ImportContentView[];
}

export class FileSheetView {
  name!: string;
  format!: string | null;
  @ApiProperty({ enum: IMPORT_CONTENTS, enumName: 'ImportContent' })
  content!: ImportContent;
  /** Why this one cannot be imported; null where it can. */
  refused!: string | null;
  chosen!: boolean;
}

export class ColumnView {
  index!: number;
  name!: string;
  /** Cells of the first rows that are not empty. */
  sample!: string[];
  /** The field it is taken for, or null. */
  proposal!: string | null;
}

/** What the file was found to be, for the screen. */
export class ImportReadingView {
  formatName!: string | null;
  @ApiProperty({ enum: ['sure', 'likely', 'unknown'], enumName: 'ImportConfidence' })
  confidence!: 'sure' | 'likely' | 'unknown';
  encoding!: string | null;
  delimiter!: string | null;
  headerLine!: number | null;
}
