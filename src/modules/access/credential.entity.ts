import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The hash of a person's password. */
@Entity('credentials')
export class CredentialEntity {
  @PrimaryColumn('uuid', { name: 'user_id' }) userId!: string;
  @Column('text', { name: 'password_hash' }) passwordHash!: string;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
}
