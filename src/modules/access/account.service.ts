import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { Principal } from '../../platform/http/principal.js';
import { AccessRows } from './access-rows.js';
import { Proof } from './proof.js';
import type { PasswordChange, UserChange } from './session.dto.js';

/** What people change about themselves: name, language, password. */
@Injectable()
export class AccountService {
  constructor(
    private readonly database: Database,
    private readonly rows: AccessRows,
    private readonly proof: Proof,
    private readonly clock: Clock,
  ) {}

  /** Changes a person's name, in all their workspaces, or their language. */
  async change(who: Principal, change: UserChange): Promise<void> {
    const name = change.name?.trim();
    const places = await this.database.inInstallation(async () => {
      await this.rows.users.change(who.userId, {
        ...(name !== undefined && { name }),
        ...(change.locale !== undefined && { locale: change.locale }),
      });
      return this.rows.users.memberships(who.userId);
    });
    if (name === undefined) return;
    for (const { id: workspaceId } of places) {
      await this.database.inWorkspace({ workspaceId }, () =>
        this.rows.members.rename(workspaceId, who.userId, name),
      );
    }
  }

  /**
   * Changes the password and ends all sessions of the person; the caller opens a new one. Throws
   * `access.password_wrong` for the present one, or the reason why the new one is not good enough.
   */
  async changePassword(who: Principal, { current, next }: PasswordChange): Promise<void> {
    const user = await this.proof.confirm(who.userId, current);
    if (user === null) throw new AppError('access.password_wrong');
    const hash = await this.proof.newHash(next, user.email);
    await this.database.inInstallation(async () => {
      await this.rows.users.changePassword(user.id, hash, this.clock.now());
      await this.rows.sessions.endAll({ userId: user.id });
    });
  }
}
