import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { SendingView } from './outbox.dto.js';
import { RestoreGuard } from './restore-guard.service.js';
import { SendingControlRepository } from './sending-control.repository.js';

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
    return this.database.inWorkspace(scopeOf(who), () => this.control.read());
  }

  /** Stops everything that has not been handed to a server. Throws `sending.already_paused`. */
  pause(who: Principal): Promise<SendingView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      if (!(await this.control.pause('by_person', this.clock.now())))
        throw new AppError('sending.already_paused');
      await this.tell(who, 'sending.paused', 'by_person');
      return this.control.read();
    });
  }

  /** Lets mail go again; after a restore this says that a person has looked. Throws `sending.not_paused`. */
  resume(who: Principal): Promise<SendingView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const { pauseCode } = await this.control.read();
      if (!(await this.control.resume())) throw new AppError('sending.not_paused');
      if (pauseCode === 'restored') await this.restores.accept();
      await this.tell(who, 'sending.resumed', pauseCode);
      return this.control.read();
    });
  }

  private async tell(who: Principal, kind: 'sending.paused' | 'sending.resumed', code: string | null) {
    const subjects = [{ kind: 'workspace' as const, id: who.workspaceId }];
    await this.events.record({ kind, subjects, params: { code } });
  }
}
