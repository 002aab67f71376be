import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PublisherKind } from '../../core/publishers/publisher.js';

/** Columns only. Foreign keys, checks and indexes are in the migrations; rules are in core/publishers. */
@Entity('publishers')
export class PublisherEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'name_key' }) nameKey!: string;
  @Column('text') kind!: PublisherKind;
  @Column('text', { name: 'home_url', nullable: true }) homeUrl!: string | null;
  @Column('text', { nullable: true }) country!: string | null;
  @Column('text') notes!: string;
  @Column('text', { name: 'search_text' }) searchText!: string;
  @Column('uuid', { name: 'import_id', nullable: true }) importId!: string | null;
  @Column('integer') revision!: number;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
}
