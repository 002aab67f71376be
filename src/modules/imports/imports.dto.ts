import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IMPORT_FIELDS, type ImportField } from '../../core/imports/fields.js';
import { IMPORT_STATES, type ImportState } from '../../core/imports/import-life.js';
import {
  COMPENSATIONS,
  type Compensation,
  PLACEMENT_TYPES,
  type PlacementType,
} from '../../core/placements/placement.js';
import { ListPage, ListQuery } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import { ROW_OUTCOMES, type RowOutcome } from './row-outcome.js';

const ColumnNumber = (): PropertyDecorator => (target, key) => {
  for (const rule of [MayBeAbsent(), IsInt(), Min(0), Max(499)]) rule(target, key);
};

/** Which column (from 0) holds which field; a field that is left out has no column. */
export class MappingView {
  @ColumnNumber() source_url?: number;
  @ColumnNumber() target_url?: number;
  @ColumnNumber() brand?: number;
  @ColumnNumber() type?: number;
  @ColumnNumber() compensation?: number;
  @ColumnNumber() rel?: number;
  @ColumnNumber() anchor?: number;
  @ColumnNumber() match?: number;
  @ColumnNumber() label?: number;
  @ColumnNumber() due_on?: number;
  @ColumnNumber() agreed_on?: number;
  @ColumnNumber() agreed_with?: number;
  @ColumnNumber() owner?: number;
  @ColumnNumber() notes?: number;
}

/** What holds for rows that say nothing of their own. */
export class ImportOptionsView {
  /** The brand of rows that name none; without one it is told by the target's address. */
  @IsOptional()
  @IsUUID()
  brandId?: string | null;

  @IsIn(PLACEMENT_TYPES)
  @ApiProperty({ enum: PLACEMENT_TYPES, enumName: 'PlacementType' })
  type!: PlacementType;

  @IsIn(COMPENSATIONS)
  @ApiProperty({ enum: COMPENSATIONS, enumName: 'Compensation' })
  compensation!: Compensation;
}

export class ImportPlan {
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => MappingView)
  mapping!: MappingView;

  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => ImportOptionsView)
  options!: ImportOptionsView;
}

/** The form beside the file. */
export class NewImport {
  @MayBeAbsent()
  @IsUUID()
  brandId?: string;
}

export class ColumnView {
  index!: number;
  name!: string;
  /** Cells of the first rows that are not empty. */
  sample!: string[];
}

export class ImportCounts {
  total!: number;
  /** Rows that are, or after a dry run would be, placements. */
  created!: number;
  duplicate!: number;
  bad!: number;
  /** Rows that are through. */
  read!: number;
}

export class ImportRow {
  id!: string;
  fileName!: string;
  @ApiProperty({ enum: IMPORT_STATES, enumName: 'ImportState' })
  state!: ImportState;
  counts!: ImportCounts;
  jobId!: string | null;
  errorCode!: string | null;
  createdAt!: Date;
  finishedAt!: Date | null;
  undoneAt!: Date | null;
}

export class ImportView extends ImportRow {
  columns!: ColumnView[];
  mapping!: MappingView;
  options!: ImportOptionsView;
}

export class ImportList extends ListPage {
  items!: ImportRow[];
}

export class ImportJobAnswer {
  jobId!: string;
}

export class ImportRowsQuery extends ListQuery {
  @MayBeAbsent()
  @IsIn(ROW_OUTCOMES)
  @ApiProperty({ enum: ROW_OUTCOMES, enumName: 'RowOutcome' })
  outcome?: RowOutcome;
}

export class ImportedRow {
  rowNo!: number;
  /** The line of the file the row begins on. */
  lineNo!: number;
  @ApiProperty({ enum: ROW_OUTCOMES, enumName: 'RowOutcome' })
  outcome!: RowOutcome;
  @ApiProperty({ enum: IMPORT_FIELDS, enumName: 'ImportField', nullable: true })
  field!: ImportField | null;
  errorCode!: string | null;
  /** What is wrong with it, in the reader's language. */
  message!: string | null;
  placementId!: string | null;
}

export class ImportedRowList extends ListPage {
  items!: ImportedRow[];
}
