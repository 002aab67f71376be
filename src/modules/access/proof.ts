import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { readEmail } from '../../core/access/email.js';
import { SIGN_IN_LIMIT } from '../../core/access/limiter.js';
import { passwordFault } from '../../core/access/password-rule.js';
import { Passwords } from '../../platform/crypto/passwords.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Limiter } from '../../platform/http/limiter.js';
import { AccessRows } from './access-rows.js';
import type { UserEntity } from './user.entity.js';

/** Proves who somebody is by their password, as often as the limits allow, and makes the hashes of new passwords. */
@Injectable()
export class Proof {
  constructor(
    private readonly database: Database,
    private readonly rows: AccessRows,
    private readonly passwords: Passwords,
    private readonly limiter: Limiter,
  ) {}

  /**
   * The person with this address and password. Throws `access.wrong_credentials`, the same and as late for an unknown
   * address, or `access.too_many_tries`. The try is counted before the password is looked at, so that many at once
   * are not more than one after another.
   */
  async prove(address: string, password: string, network: string): Promise<UserEntity> {
    const email = readEmail(address) ?? address.trim().toLowerCase();
    const account = accountKey(email);
    const place = `sign-in network ${network}`;
    await this.limiter.take(SIGN_IN_LIMIT, [account, place]);
    const known = await this.database.inInstallation(() => this.rows.users.byEmail(email));
    const matches = await this.passwords.verify(known?.passwordHash ?? null, password);
    if (known === null || !matches) throw new AppError('access.wrong_credentials');
    await this.limiter.forget(account);
    await this.limiter.giveBack(SIGN_IN_LIMIT, place);
    return known.user;
  }

  /** The person, if this is their password, else null; wrong ones count like tries to sign in. */
  async confirm(userId: string, password: string): Promise<UserEntity | null> {
    const { user, hash } = await this.database.inInstallation(async () => ({
      user: await this.rows.users.byId(userId),
      hash: await this.rows.users.passwordHash(userId),
    }));
    const account = accountKey(user.email);
    await this.limiter.take(SIGN_IN_LIMIT, [account]);
    if (!(await this.passwords.verify(hash, password))) return null;
    await this.limiter.forget(account);
    return user;
  }

  /** The hash of a new password. Throws the reason when it is not good enough (`passwordFault`). */
  newHash(password: string, email: string): Promise<string> {
    const fault = passwordFault(password, email);
    if (fault !== null) throw new AppError(fault);
    return this.passwords.hash(password);
  }
}

/** Addresses are not kept in the table of limits: some are typed by strangers. */
function accountKey(email: string): string {
  return `sign-in account ${createHash('sha256').update(email).digest('hex')}`;
}
