import { Injectable } from '@nestjs/common';
import { needsReconciling } from '../../core/sending/restore.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { SendingView } from './outbox.dto.js';
import { RestoreGuard } from './restore-guard.service.js';
import { SendingControlRepository, type SendingStanding } from './sending-control.repository.js';

/** Whether this installation sends at all. */
@Injectable()
export class SendingControl {
  constructor(
    private readonly database: Database,
    private readonly control: SendingControlRepository,
    private readonly restores: RestoreGuard,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  view(who: Principal): Promise<SendingView> {
    return this.database.inWorkspace(scopeOf(who), async () => viewOf(await this.control.read()));
  }

  /** Stops everything that has not been handed to a server. Throws `sending.already_paused`. */
  pause(who: Principal): Promise<SendingView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      if (!(await this.control.pause('by_person', this.clock.now())))
        throw new AppError('sending.already_paused');
      await this.tell(who, 'sending.paused', { code: 'by_person' });
      return viewOf(await this.control.read());
    });
  }

  /**
   * Lets mail go again. Throws `sending.not_paused`, and after a restore `sending.not_reconciled` until the mailboxes were looked into: every mail
   * that left since the backup would leave once more.
   */
  resume(who: Principal): Promise<SendingView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const standing = await this.paused();
      if (needsReconciling(standing)) throw new AppError('sending.not_reconciled');
      await this.goOn(standing);
      await this.tell(who, 'sending.resumed', { code: standing.pauseCode });
      return viewOf(await this.control.read());
    });
  }

  /** Lets mail go again after a restore though nobody looked into the mailboxes; the reason is written down. Throws `sending.not_paused`. */
  resumeUnreconciled(who: Principal, reason: string): Promise<SendingView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const standing = await this.paused();
      await this.goOn(standing);
      await this.tell(who, 'sending.resumed_unreconciled', {
        code: standing.pauseCode,
        reason: reason.trim(),
      });
      return viewOf(await this.control.read());
    });
  }

  private async paused(): Promise<SendingStanding> {
    const standing = await this.control.read(true);
    if (!standing.isPaused) throw new AppError('sending.not_paused');
    return standing;
  }

  private async goOn({ pauseCode }: SendingStanding): Promise<void> {
    await this.control.resume();
    if (pauseCode === 'restored') await this.restores.accept();
  }

  private async tell(
    who: Principal,
    kind: 'sending.paused' | 'sending.resumed' | 'sending.resumed_unreconciled',
    params: Readonly<Record<string, string | null>>,
  ): Promise<void> {
    const subjects = [{ kind: 'workspace' as const, id: who.workspaceId }];
    await this.events.record({ kind, subjects, params });
  }
}

function viewOf(standing: SendingStanding): SendingView {
  return { ...standing, needsReconciling: needsReconciling(standing) };
}
