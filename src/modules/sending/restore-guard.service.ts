import { randomBytes } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { judgeRestore, type RestoreFinding, type RestoreMark } from '../../core/sending/restore.js';
import { RestoreToken } from '../../platform/backup/restore-token.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { Health } from '../../platform/health/health.js';
import { JobHandlers } from '../../platform/jobs/job-handlers.js';
import { RestoreControl } from './restore-control.repository.js';

/**
 * Keeps an older database from sending what left already: every mail sent since a backup would be due again. The database and the data folder share a
 * token and a beat of every minute; when they do not fit, sending is paused with the code `restored` until a manager lets it go on.
 */
@Injectable()
export class RestoreGuard implements OnModuleInit, OnApplicationBootstrap {
  private readonly token: RestoreToken;

  constructor(
    private readonly database: Database,
    private readonly control: RestoreControl,
    private readonly handlers: JobHandlers,
    private readonly health: Health,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.token = new RestoreToken(config.dataDir);
  }

  onModuleInit(): void {
    this.handlers.tick({
      name: 'restore-beat',
      cron: '* * * * *',
      run: () => this.beat().then(() => undefined),
    });
    this.health.register('sending', async () => {
      const { isPaused, pauseCode } = await this.database.inInstallation(() => this.control.read(false));
      return { ok: true, state: isPaused ? (pauseCode ?? 'paused') : 'ok' };
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.beat();
  }

  /** Compares both sides and moves them on by one; pauses sending when they do not fit. */
  async beat(): Promise<RestoreFinding> {
    const { finding, mark } = await this.database.inInstallation(async () => {
      const { mark: known, ...control } = await this.control.read(true);
      // Read under the lock: whoever held it before us may have made the token of both sides.
      const folder = await this.token.read();
      const found = judgeRestore(known, folder);
      const isHeld = found === 'restored';
      if (isHeld && !(control.isPaused && control.pauseCode === 'restored'))
        await this.control.pause('restored', this.clock.now());
      const next = isHeld ? null : beaten(known ?? folder, folder);
      if (next !== null) await this.control.mark(next);
      // A new token lies in the folder before the database has it for good: a database without one may meet it there, not the other way round.
      if (next !== null && folder === null) await this.token.write(next);
      return { finding: found, mark: next };
    });
    if (mark !== null) await this.token.write(mark);
    return finding;
  }

  /** A person looked: both sides get a new token, from which they go on. Call it in the open transaction that ends the pause. */
  async accept(): Promise<void> {
    const mark = beaten(null, null);
    await this.control.mark(mark);
    await this.token.write(mark);
  }
}

function beaten(known: RestoreMark | null, folder: RestoreMark | null): RestoreMark {
  const token = known?.token ?? randomBytes(24).toString('base64url');
  return { token, beat: Math.max(known?.beat ?? 0, folder?.beat ?? 0) + 1 };
}
