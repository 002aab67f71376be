import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IMPORT_CONTENTS, type ImportContent } from '../../core/imports/content.js';
import { IMPORT_STATES, type ImportState } from '../../core/imports/import-life.js';
import {
  IMPORT_GROUNDS,
  IMPORT_NEEDS,
  type ImportGround,
  type ImportNeed,
} from '../../core/imports/import-needs.js';
import { DIALECT_QUESTIONS, type DialectQuestion } from '../../core/imports/value-dialect.js';
import { ListPage, ListQuery } from '../../platform/http/list.dto.js';
import { MayBeAbsent } from '../../platform/http/may-be-absent.js';
import {
  ColumnView,
  FileSheetView,
  ImportOptionsView,
  ImportReadingView,
  ValueDialectView,
} from './imports.dto.js';
import { ROW_OUTCOMES, ROW_SUBJECTS, type RowOutcome, type RowSubject } from './row-outcome.js';

export class ImportCounts {
  total!: number;
  /** Rows that made a record, or after a dry run would make one. */
  created!: number;
  changed!: number;
  /** Good rows that bring nothing, with a reason each. */
  skipped!: number;
  /** Rows that say what is known already. */
  duplicate!: number;
  bad!: number;
  /** Rows that are through. */
  read!: number;
}

export class ImportLinksView {
  new!: number;
  lost!: number;
  again!: number;
}

/** Records that came with the import, or after a dry run would come. */
export class ImportSummaryView {
  sites!: number;
  publishers!: number;
  /** What is asked for placements. */
  conditions!: number;
  prospects!: number;
  contacts!: number;
  placements!: number;
  targetPages!: number;
  metrics!: number;
  touches!: number;
  links!: ImportLinksView;
  /** Whole sites that link to us by a tool's list, compared with its lists before. */
  linkingSites!: ImportLinksView;
}

export class ImportRow {
  id!: string;
  fileName!: string;
  fileSize!: number;
  @ApiProperty({ enum: IMPORT_STATES, enumName: 'ImportState' })
  state!: ImportState;
  /** What it was recognised as; null where it was not. */
  format!: string | null;
  formatName!: string | null;
  @ApiProperty({ enum: IMPORT_CONTENTS, enumName: 'ImportContent' })
  content!: ImportContent;
  counts!: ImportCounts;
  summary!: ImportSummaryView;
  jobId!: string | null;
  errorCode!: string | null;
  createdAt!: Date;
  finishedAt!: Date | null;
  undoneAt!: Date | null;
}

export class ImportView extends ImportRow {
  @ApiProperty({ enum: ['sure', 'likely', 'unknown'], enumName: 'ImportConfidence' })
  confidence!: 'sure' | 'likely' | 'unknown';
  /** The mapping is the one a person gave a file with the same headers before. */
  remembered!: boolean;
  reading!: ImportReadingView;
  values!: ValueDialectView;
  sheets!: FileSheetView[];
  columns!: ColumnView[];
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  mapping!: Record<string, number>;
  options!: ImportOptionsView;
  @ApiProperty({ enum: IMPORT_GROUNDS, enumName: 'ImportGround', nullable: true })
  ground!: ImportGround | null;
  groundNote!: string;
  /** What has to be told before it can be tried or run. */
  @ApiProperty({ enum: IMPORT_NEEDS, enumName: 'ImportNeed', isArray: true })
  needs!: ImportNeed[];
  /** How its values are written the file leaves open: set `dialect` with the mapping. Ambiguous cells are bad rows otherwise. */
  @ApiProperty({ enum: DIALECT_QUESTIONS, enumName: 'ImportQuestion', isArray: true })
  questions!: DialectQuestion[];
  /** Why such a file cannot be imported; null where it can. */
  refused!: string | null;
}

export class ImportList extends ListPage {
  items!: ImportRow[];
}

export class ImportRowsQuery extends ListQuery {
  @MayBeAbsent()
  @IsIn(ROW_OUTCOMES)
  @ApiProperty({ enum: ROW_OUTCOMES, enumName: 'RowOutcome' })
  outcome?: RowOutcome;
}

/** One thing wrong with a row, or why it was passed over. */
export class ImportedRowFault {
  field!: string | null;
  columnName!: string | null;
  code!: string;
  /** In the reader's language. */
  message!: string;
}

export class ImportedRow {
  rowNo!: number;
  /** The line of the file the row begins on. */
  lineNo!: number;
  @ApiProperty({ enum: ROW_OUTCOMES, enumName: 'RowOutcome' })
  outcome!: RowOutcome;
  @ApiProperty({ enum: ROW_SUBJECTS, enumName: 'ImportedSubject', nullable: true })
  subjectKind!: RowSubject | null;
  subjectId!: string | null;
  /** The site or page the row is about. */
  label!: string | null;
  /** The first of its faults. */
  field!: string | null;
  columnName!: string | null;
  errorCode!: string | null;
  /** What is wrong with it, in the reader's language. */
  message!: string | null;
  faults!: ImportedRowFault[];
}

export class ImportedRowList extends ListPage {
  items!: ImportedRow[];
}
