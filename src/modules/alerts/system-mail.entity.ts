import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SystemMailKind } from '../../platform/mail/mail-templates.js';

export const MAIL_STATES = ['ready', 'sent', 'caught', 'failed'] as const;
/** `caught`: no server is set, the mail stays here for the screen to show. */
export type MailState = (typeof MAIL_STATES)[number];

/** One mail of the program itself, at least once, at most one per key. */
@Entity('system_mails')
export class SystemMailEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { name: 'mail_key' }) mailKey!: string;
  @Column('text') kind!: SystemMailKind;
  @Column('text', { name: 'to_address' }) toAddress!: string;
  @Column('text', { name: 'to_name' }) toName!: string;
  @Column('text') subject!: string;
  @Column('text', { name: 'body_text' }) bodyText!: string;
  @Column('text', { name: 'body_html' }) bodyHtml!: string;
  @Column('text') state!: MailState;
  @Column('integer') attempts!: number;
  @Column('timestamptz', { name: 'not_before' }) notBefore!: Date;
  @Column('text', { name: 'last_error', nullable: true }) lastError!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
}
