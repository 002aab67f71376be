import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Columns only. Foreign keys, checks and indexes are in the migrations; rules are in core/clients. */
@Entity('brands')
export class BrandEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'client_id' }) clientId!: string;
  @Column('text') name!: string;
  @Column('text') description!: string;
  @Column('text', { array: true }) aliases!: string[];
  @Column('text', { name: 'home_url' }) homeUrl!: string;
  @Column('text', { name: 'site_key' }) siteKey!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
}
