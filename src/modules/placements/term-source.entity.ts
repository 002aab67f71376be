import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TermSourceKind } from '../../core/placements/terms.js';

/** Where agreed terms of a placement come from. Columns only: keys and checks are in the migrations. */
@Entity('placement_term_sources')
export class TermSourceEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'client_id' }) clientId!: string;
  @Column('uuid', { name: 'placement_id' }) placementId!: string;
  @Column('text', { array: true }) terms!: string[];
  @Column('text') kind!: TermSourceKind;
  @Column('text') reference!: string;
  @Column('date', { name: 'agreed_on', nullable: true }) agreedOn!: string | null;
  @Column('bytea', { name: 'document_sha256', nullable: true }) documentSha256!: Buffer | null;
  @Column('text', { name: 'document_name', nullable: true }) documentName!: string | null;
  @Column('uuid', { name: 'mail_id', nullable: true }) mailId!: string | null;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy!: string | null;
  @Column('timestamptz', { name: 'recorded_at' }) recordedAt!: Date;
}
