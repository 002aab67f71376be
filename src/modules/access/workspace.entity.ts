import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WorkspaceSettings } from '../../core/access/workspace-settings.js';
import type { Locale } from '../../platform/http/language.js';

/** A team and all its data. `settings` holds only what was set. */
@Entity('workspaces')
export class WorkspaceEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'time_zone' }) timeZone!: string;
  @Column('text') locale!: Locale;
  @Column('boolean', { name: 'is_demo' }) isDemo!: boolean;
  @Column('jsonb') settings!: Partial<WorkspaceSettings>;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
