import { IsNull } from 'typeorm';
import type { Role } from '../../core/access/roles.js';
import type { Database } from '../../platform/database/database.js';
import { isUniqueViolation } from '../../platform/database/violations.js';
import { AppError } from '../../platform/errors/app-error.js';
import { CredentialEntity } from './credential.entity.js';
import { UserEntity } from './user.entity.js';

/** A workspace somebody is an active member of. */
export interface Membership {
  readonly id: string;
  readonly name: string;
  readonly memberId: string;
  readonly role: Role;
  readonly isDemo: boolean;
}

/** The rows of people and their password hashes; they belong to the installation. */
export class UsersRepository {
  constructor(private readonly database: Database) {}

  /** An active person by their address in small letters, with the hash of their password if they have one. */
  async byEmail(email: string): Promise<{ user: UserEntity; passwordHash: string | null } | null> {
    const user = await this.users().findOneBy({ email, disabledAt: IsNull() });
    return user === null ? null : { user, passwordHash: await this.passwordHash(user.id) };
  }

  /** A person by id. */
  byId(id: string): Promise<UserEntity> {
    return this.users().findOneByOrFail({ id });
  }

  /** The hash of a person's password, or null. */
  async passwordHash(userId: string): Promise<string | null> {
    return (await this.credentials().findOneBy({ userId }))?.passwordHash ?? null;
  }

  /**
   * Adds a person with their password hash, or without one when nobody is to sign in by password. Throws
   * `access.email_taken` when somebody came in with this address a moment ago.
   */
  async add(user: UserEntity, passwordHash: string | null): Promise<void> {
    try {
      await this.users().insert(user);
    } catch (error) {
      throw isUniqueViolation(error, 'users_email') ? new AppError('access.email_taken') : error;
    }
    if (passwordHash === null) return;
    await this.credentials().insert({ userId: user.id, passwordHash, changedAt: user.createdAt });
  }

  /** Changes the name or language of a person. */
  async change(id: string, change: Partial<Pick<UserEntity, 'name' | 'locale'>>): Promise<void> {
    if (Object.keys(change).length > 0) await this.users().update({ id }, change);
  }

  /** Replaces the hash of a person's password. */
  async changePassword(userId: string, passwordHash: string, changedAt: Date): Promise<void> {
    await this.credentials().upsert({ userId, passwordHash, changedAt }, ['userId']);
  }

  /** The workspaces a person is an active member of, oldest first. */
  async memberships(userId: string): Promise<Membership[]> {
    return this.database.manager().query<Membership[]>(
      `select workspace_id as id, workspace_name as name, member_id as "memberId", role, is_demo as "isDemo"
       from workspaces_of_user($1)`,
      [userId],
    );
  }

  private users() {
    return this.database.manager().getRepository(UserEntity);
  }

  private credentials() {
    return this.database.manager().getRepository(CredentialEntity);
  }
}
