import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ColumnMapping } from '../../core/imports/fields.js';
import type { ImportState } from '../../core/imports/import-life.js';
import type { Compensation, PlacementType } from '../../core/placements/placement.js';

/** A column of the file: its header and what stands in its first rows. */
export interface FileColumn {
  readonly name: string;
  readonly sample: readonly string[];
}

/** What holds for rows that say nothing of their own. */
export interface ImportOptions {
  readonly type: PlacementType;
  readonly compensation: Compensation;
}

/** A file of placements on its way in. */
@Entity('imports')
export class ImportEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'client_id', nullable: true }) clientId!: string | null;
  /** The brand of rows that name none; null: it is told by the target's address. */
  @Column('uuid', { name: 'brand_id', nullable: true }) brandId!: string | null;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('bytea', { name: 'file_sha256' }) fileSha256!: Buffer;
  @Column('jsonb') columns!: FileColumn[];
  @Column('jsonb') mapping!: ColumnMapping;
  @Column('jsonb') options!: ImportOptions;
  @Column('text') state!: ImportState;
  @Column('uuid', { name: 'job_id', nullable: true }) jobId!: string | null;
  @Column('integer', { name: 'total_rows' }) totalRows!: number;
  @Column('integer', { name: 'created_rows' }) createdRows!: number;
  @Column('integer', { name: 'duplicate_rows' }) duplicateRows!: number;
  @Column('integer', { name: 'bad_rows' }) badRows!: number;
  /** The last row that is through: where a run goes on after a crash. */
  @Column('integer', { name: 'last_row_no' }) lastRowNo!: number;
  @Column('text', { name: 'error_code', nullable: true }) errorCode!: string | null;
  /** Clients the person who imports is limited to; null means all. The job sees no more than that person. */
  @Column('uuid', { name: 'limited_to', array: true, nullable: true }) limitedTo!: string[] | null;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
  @Column('timestamptz', { name: 'undone_at', nullable: true }) undoneAt!: Date | null;
}
