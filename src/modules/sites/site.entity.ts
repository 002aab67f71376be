import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SiteKind } from '../../core/sites/site-kind.js';

/** Columns only. Foreign keys, checks and indexes are in the migrations; rules are in core/sites. */
@Entity('sites')
export class SiteEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') kind!: SiteKind;
  @Column('text', { name: 'site_key' }) siteKey!: string;
  @Column('text') host!: string;
  @Column('text', { name: 'path_prefix' }) pathPrefix!: string;
  @Column('uuid', { name: 'parent_site_id', nullable: true }) parentSiteId!: string | null;
  @Column('text') notes!: string;
  @Column('timestamptz', { name: 'character_changed_at', nullable: true }) characterChangedAt!: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
}
