import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '../../platform/i18n/catalogue.js';

/** Columns only. Foreign keys, checks and indexes are in the migrations; rules are in core/clients. */
@Entity('clients')
export class ClientEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') notes!: string;
  /** The language reports to the client are written in. */
  @Column('text') locale!: Locale;
  @Column('bytea', { name: 'logo_sha256', nullable: true }) logoSha256!: Buffer | null;
  @Column('text', { name: 'logo_type', nullable: true }) logoType!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
}
