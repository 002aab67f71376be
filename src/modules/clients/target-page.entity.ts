import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TargetPageStatus } from '../../core/clients/target-page.js';

/** Columns only. Foreign keys, checks and indexes are in the migrations; the check columns are written by the verifier. */
@Entity('target_pages')
export class TargetPageEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'client_id' }) clientId!: string;
  @Column('uuid', { name: 'brand_id' }) brandId!: string;
  @Column('text') url!: string;
  @Column('text', { name: 'url_key' }) urlKey!: string;
  @Column('text') label!: string;
  @Column('text', { name: 'host_slot' }) hostSlot!: string;
  @Column('text') status!: TargetPageStatus;
  @Column('integer', { name: 'http_status', nullable: true }) httpStatus!: number | null;
  @Column('text', { name: 'final_url', nullable: true }) finalUrl!: string | null;
  @Column('boolean', { nullable: true }) indexable!: boolean | null;
  @Column('timestamptz', { name: 'failing_since', nullable: true }) failingSince!: Date | null;
  @Column('text', { name: 'finding_code', nullable: true }) findingCode!: string | null;
  @Column('timestamptz', { name: 'checked_at', nullable: true }) checkedAt!: Date | null;
  @Column('timestamptz', { name: 'next_check_at', nullable: true }) nextCheckAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
}
