import { Entity, PrimaryColumn } from 'typeorm';

/** A client a limited member may see. */
@Entity('member_clients')
export class MemberClientEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid', { name: 'member_id' }) memberId!: string;
  @PrimaryColumn('uuid', { name: 'client_id' }) clientId!: string;
}
