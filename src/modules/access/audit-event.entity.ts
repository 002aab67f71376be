import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who an audit event says acted: a person at a browser, an API token, or the program itself. */
export type ActorKind = 'user' | 'token' | 'system';

/** Whether what was tried was done. */
export const OUTCOMES = ['done', 'denied'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** One act or denial, never changed. It holds ids and codes, no names and no texts. */
@Entity('audit_events')
export class AuditEventEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { name: 'actor_user_id', nullable: true }) actorUserId!: string | null;
  @Column('text', { name: 'actor_kind' }) actorKind!: ActorKind;
  @Column('text') action!: string;
  @Column('text') outcome!: Outcome;
  @Column('text', { name: 'subject_kind', nullable: true }) subjectKind!: string | null;
  @Column('uuid', { name: 'subject_id', nullable: true }) subjectId!: string | null;
  @Column('jsonb') params!: Readonly<Record<string, string | number | boolean | null>>;
  @Column('text', { name: 'request_id', nullable: true }) requestId!: string | null;
}
