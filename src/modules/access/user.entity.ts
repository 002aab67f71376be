import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '../../platform/http/language.js';

/** A person who can sign in; one for all workspaces of the installation. */
@Entity('users')
export class UserEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('text') locale!: Locale;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt!: Date | null;
}
