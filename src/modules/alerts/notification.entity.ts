import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NotificationKind } from '../../core/alerts/kinds.js';

/** One line in somebody's bell. */
@Entity('notifications')
export class NotificationEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'member_id' }) memberId!: string;
  @Column('text') kind!: NotificationKind;
  @Column('text', { name: 'subject_kind' }) subjectKind!: string;
  @Column('uuid', { name: 'subject_id', nullable: true }) subjectId!: string | null;
  @Column('jsonb') params!: Record<string, string | number | null>;
  /** Once per member: the same fact told twice is one line. */
  @Column('text', { name: 'dedupe_key' }) dedupeKey!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'read_at', nullable: true }) readAt!: Date | null;
  /** The digest that told it too; null until then. */
  @Column('date', { name: 'digest_day', nullable: true }) digestDay!: string | null;
}
