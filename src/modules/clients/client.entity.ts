import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Columns only. Foreign keys, checks and indexes are in the migrations; rules are in core/clients. */
@Entity('clients')
export class ClientEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') notes!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
}
