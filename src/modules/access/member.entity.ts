import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../core/access/roles.js';

/** A person in a workspace. Who left keeps the row, so that history keeps the name. */
@Entity('members')
export class MemberEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'user_id' }) userId!: string;
  @Column('text') name!: string;
  @Column('text') email!: string;
  @Column('text') role!: Role;
  @Column('text') position!: string;
  @Column('boolean', { name: 'limited_to_clients' }) limitedToClients!: boolean;
  @Column('boolean') digest!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'left_at', nullable: true }) leftAt!: Date | null;
}
