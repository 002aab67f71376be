import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportContent } from '../../core/imports/content.js';
import type { ImportState } from '../../core/imports/import-life.js';
import type { ImportGround } from '../../core/imports/import-needs.js';
import type { IntakeMode } from '../../core/imports/intake.js';
import type { RecordMapping } from '../../core/imports/record-field.js';
import type { DialectQuestion, ValueDialect } from '../../core/imports/value-dialect.js';
import type { Compensation, PlacementType } from '../../core/placements/placement.js';
import type { TableDialect } from '../../platform/tables/table.js';

/** A column of the file: its header and what stands in its first rows. */
export interface FileColumn {
  readonly name: string;
  readonly sample: readonly string[];
}

/** A sheet of a workbook, or a file of an archive. */
export interface FileSheet {
  readonly name: string;
  readonly format: string | null;
  readonly content: ImportContent;
  readonly refused: string | null;
  readonly chosen: boolean;
}

/** What the program took the file for. */
export interface Recognition {
  readonly formatName: string | null;
  readonly confidence: 'sure' | 'likely' | 'unknown';
  /** The mapping is the one a person gave a file with the same headers before. */
  readonly remembered: boolean;
  readonly sheets: readonly FileSheet[];
  /** Why such a file cannot be imported: links within one site, or texts of links without pages (D213, D216). */
  readonly refused: string | null;
  /** How its values are written the file leaves open: somebody has to say. */
  readonly questions: readonly DialectQuestion[];
}

/** What holds for rows that say nothing of their own, and how what is known is treated. */
export interface ImportOptions {
  readonly defaults: {
    readonly type: PlacementType;
    readonly compensation: Compensation;
    readonly currency?: string;
  };
  readonly mode: IntakeMode;
  readonly alsoProspects: boolean;
  /** Prices that were paid for placements are also what is asked there. Of imports older than the option absent. */
  readonly alsoConditions?: boolean;
  readonly tags: readonly string[];
  readonly status: string | null;
  /** The file is a complete export: what it no longer names is lost. */
  readonly isComplete: boolean;
  /** The day the file tells of, YYYY-MM-DD; the day of the upload where null. */
  readonly observedOn: string | null;
}

/** What an import came to, beside its rows. */
export interface ImportSummary {
  readonly sites: number;
  readonly publishers: number;
  readonly conditions: number;
  readonly prospects: number;
  readonly contacts: number;
  readonly placements: number;
  readonly targetPages: number;
  readonly metrics: number;
  readonly touches: number;
  readonly linksNew: number;
  readonly linksLost: number;
  readonly linksAgain: number;
  readonly linkingSitesNew: number;
  readonly linkingSitesLost: number;
  readonly linkingSitesAgain: number;
}

/** How the file is read: found out once, so that every reading gives the same rows. */
export interface FileDialect {
  readonly table: TableDialect;
  readonly values: ValueDialect;
}

/** A file on its way in. */
@Entity('imports')
export class ImportEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'client_id', nullable: true }) clientId!: string | null;
  /** The brand of rows that name none; null: it is told by the target's address. */
  @Column('uuid', { name: 'brand_id', nullable: true }) brandId!: string | null;
  @Column('text', { name: 'file_name' }) fileName!: string;
  /** Files of older imports lie among the blobs. */
  @Column('bytea', { name: 'file_sha256', nullable: true }) fileSha256!: Buffer | null;
  @Column('uuid', { name: 'upload_id', nullable: true }) uploadId!: string | null;
  @Column('bigint', {
    name: 'file_size',
    transformer: { to: (size: number) => size, from: (size: string) => Number(size) },
  })
  fileSize!: number;
  @Column('text') format!: string;
  @Column('text') content!: ImportContent;
  @Column('jsonb') dialect!: Partial<FileDialect>;
  @Column('jsonb') recognition!: Partial<Recognition>;
  @Column('jsonb') columns!: FileColumn[];
  @Column('jsonb') mapping!: RecordMapping;
  @Column('jsonb') options!: ImportOptions;
  @Column('text', { nullable: true }) ground!: ImportGround | null;
  @Column('text', { name: 'ground_note' }) groundNote!: string;
  @Column('text') state!: ImportState;
  @Column('uuid', { name: 'job_id', nullable: true }) jobId!: string | null;
  @Column('integer', { name: 'total_rows' }) totalRows!: number;
  @Column('integer', { name: 'created_rows' }) createdRows!: number;
  @Column('integer', { name: 'changed_rows' }) changedRows!: number;
  @Column('integer', { name: 'skipped_rows' }) skippedRows!: number;
  @Column('integer', { name: 'duplicate_rows' }) duplicateRows!: number;
  @Column('integer', { name: 'bad_rows' }) badRows!: number;
  @Column('jsonb') summary!: Partial<ImportSummary>;
  /** The last row, and the last batch, that are through: where a run goes on after a crash. */
  @Column('integer', { name: 'last_row_no' }) lastRowNo!: number;
  @Column('integer', { name: 'last_batch_no' }) lastBatchNo!: number;
  @Column('text', { name: 'error_code', nullable: true }) errorCode!: string | null;
  /** Clients the person who imports is limited to; null means all. The job sees no more than that person. */
  @Column('uuid', { name: 'limited_to', array: true, nullable: true }) limitedTo!: string[] | null;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
  @Column('timestamptz', { name: 'undone_at', nullable: true }) undoneAt!: Date | null;
}
