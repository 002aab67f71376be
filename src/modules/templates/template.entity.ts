import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MailPurpose } from '../../core/campaigns/kind.js';
import type { FormOfAddress } from '../../core/templates/form-of-address.js';
import type { TemplateLocale } from '../../core/templates/values.js';

/** Columns only. Foreign keys, checks and indexes are in the migrations; rules are in core/templates. */
@Entity('templates')
export class TemplateEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'client_id', nullable: true }) clientId!: string | null;
  @Column('text', { nullable: true }) kind!: string | null;
  @Column('text') purpose!: MailPurpose;
  @Column('text') locale!: TemplateLocale;
  @Column('text', { name: 'form_of_address' }) formOfAddress!: FormOfAddress;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) starter!: string | null;
  @Column('integer', { name: 'version_no' }) versionNo!: number;
  @Column('integer') revision!: number;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
}

/** A saved state of a template; never changed. */
@Entity('template_versions')
export class TemplateVersionEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'client_id', nullable: true }) clientId!: string | null;
  @Column('uuid', { name: 'template_id' }) templateId!: string;
  @Column('integer') no!: number;
  @Column('text', { array: true }) subjects!: string[];
  @Column('text') body!: string;
  @Column('text', { nullable: true }) html!: string | null;
  @Column('text', { array: true }) variables!: string[];
  @Column('text') note!: string;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

/** A piece of text that templates may use by its key. */
@Entity('snippets')
export class SnippetEntity {
  @PrimaryColumn('uuid', { name: 'workspace_id' }) workspaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') key!: string;
  @Column('text') locale!: TemplateLocale;
  @Column('text') body!: string;
  @Column('integer') revision!: number;
  @Column('uuid', { name: 'created_by', nullable: true }) createdBy!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
}
