import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../core/access/roles.js';

/** An open door for one address, until it is used, taken back or too old. */
@Entity('invitations')
export class InvitationEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') email!: string;
  @Column('text') role!: Role;
  @Column('uuid', { name: 'client_ids', array: true }) clientIds!: string[];
  @Column('boolean', { name: 'limited_to_clients' }) limitedToClients!: boolean;
  @Column('bytea', { name: 'token_hash', select: false }) tokenHash!: Buffer;
  @Column('uuid', { name: 'invited_by' }) invitedBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'accepted_at', nullable: true }) acceptedAt!: Date | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
}
