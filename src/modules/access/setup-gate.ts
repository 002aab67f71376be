import { Injectable } from '@nestjs/common';
import { SIGN_IN_LIMIT } from '../../core/access/limiter.js';
import { SetupToken } from '../../platform/config/setup-token.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Limiter } from '../../platform/http/limiter.js';
import { AccessRows } from './access-rows.js';
import type { SetupView } from './setup.dto.js';

/** Lets the first set-up pass: while there is no real workspace, and with the token where one is asked for. */
@Injectable()
export class SetupGate {
  constructor(
    private readonly database: Database,
    private readonly rows: AccessRows,
    private readonly token: SetupToken,
    private readonly limiter: Limiter,
  ) {}

  /** Whether set-up is still to be done: no workspace but the demo exists. */
  async state(): Promise<SetupView> {
    const { isSetUp } = await this.database.inInstallation(() => this.rows.workspaces.setupState());
    return { needed: !isSetUp, tokenNeeded: !isSetUp && this.token.value !== null };
  }

  /** Throws `setup.done` or `setup.token_wrong`; guesses at the token are limited like guesses at a password. */
  async admit(given: string | undefined, network: string): Promise<void> {
    if (!(await this.state()).needed) throw new AppError('setup.done');
    if (this.token.value === null) return;
    const key = `setup network ${network}`;
    await this.limiter.take(SIGN_IN_LIMIT, [key]);
    if (!this.token.accepts(given ?? '')) throw new AppError('setup.token_wrong');
    await this.limiter.giveBack(SIGN_IN_LIMIT, key);
  }
}
