import { Injectable } from '@nestjs/common';
import { may } from '../../core/access/roles.js';
import { OVERRIDABLE } from '../../core/sending/last-word.js';
import type { Settlement } from '../../core/sending/outbox.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { ClaimsRepository } from './claims.repository.js';
import { DoubtsRepository } from './doubts.repository.js';
import { HoldsRepository } from './holds.repository.js';
import { MailNews } from './mail-news.js';
import { OutboundMessages } from './outbound-messages.service.js';
import type { OutboundRow } from './outbound-row.js';
import type { OutboxMail } from './outbox.dto.js';
import { OutboxService } from './outbox.service.js';

/** What people do with mails on their way out. Each takes the same locks as the sender, so one of the two is first. */
@Injectable()
export class OutboxActs {
  constructor(
    private readonly database: Database,
    private readonly claims: ClaimsRepository,
    private readonly holds: HoldsRepository,
    private readonly doubts: DoubtsRepository,
    private readonly outbound: OutboundMessages,
    private readonly outbox: OutboxService,
    private readonly news: MailNews,
    private readonly clock: Clock,
  ) {}

  /** Before its time; caps, gaps and windows hold all the same. Throws `sending.not_waiting`. */
  sendNow(who: Principal, id: string): Promise<OutboxMail> {
    return this.act(who, id, async (row) => {
      refuseGone(row);
      const now = this.clock.now();
      if (!(await this.holds.dueAt(id, now))) throw notWaiting(row);
    });
  }

  /** Holds it back until somebody releases it. Throws `sending.not_waiting`. */
  hold(who: Principal, id: string): Promise<OutboxMail> {
    return this.act(who, id, async (row) => {
      refuseGone(row);
      if (await this.holds.hold(id, 'by_person', {}, this.clock.now()))
        await this.news.tell('mail.held', row, { code: 'by_person' });
    });
  }

  /**
   * Lets it be judged again; a manager may name reasons to let pass. Throws `sending.not_held`, `sending.override_refused`, or
   * `access.forbidden` to those who may not.
   */
  release(who: Principal, id: string, overrideCodes: readonly string[]): Promise<OutboxMail> {
    const wrong = overrideCodes.find((code) => !OVERRIDABLE.some((known) => known === code));
    if (wrong !== undefined) throw new AppError('sending.override_refused', { code: wrong });
    if (overrideCodes.length > 0 && !may(who.role, 'manage', who.tokenScope))
      throw new AppError('access.forbidden');
    return this.act(who, id, async (row) => {
      if (!(await this.holds.release(id, overrideCodes, this.clock.now())))
        throw new AppError('sending.not_held', { id });
      await this.news.tell('mail.released', row, { code: row.holdCode, overridden: overrideCodes });
    });
  }

  /** Throws `sending.not_waiting` where a server was asked already. */
  cancel(who: Principal, id: string): Promise<OutboxMail> {
    return this.act(who, id, async (row) => {
      const { cancelled } = await this.outbound.cancel({ ids: [id] }, 'by_person');
      if (cancelled.length === 0) throw notWaiting(row);
    });
  }

  /** A person says what became of a doubt: the mail is over, or the same bytes are sent again as a new try. Throws `sending.not_in_doubt`. */
  settle(who: Principal, id: string, was: Settlement): Promise<OutboxMail> {
    return this.act(who, id, async (row) => {
      const at = this.clock.now();
      const evidence = {
        kind: 'person',
        at: at.toISOString(),
        attempt: row.attempt,
        code: was,
        id: who.userId,
      } as const;
      const isOpen = row.state === 'unknown' || (row.state === 'in_doubt' && !row.isInHand);
      const isDone =
        isOpen &&
        (was === 'sent'
          ? await this.doubts.sent(row, evidence, at)
          : await this.doubts.notSent(row, evidence, at));
      if (!isDone) throw new AppError('sending.not_in_doubt', { id, state: row.state });
      await this.doubts.settledBy(id, who.userId);
      await this.news.tell('mail.doubt_settled', row, { was, by: 'person' });
      if (was === 'sent') await this.news.tell('mail.sent', row);
    });
  }

  /** Enrolment before mail, as everywhere. Throws `sending.mail_not_found`. */
  private act(who: Principal, id: string, work: (row: OutboundRow) => Promise<void>): Promise<OutboxMail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const named = await this.claims.one(id);
      if (named === null) throw new AppError('sending.mail_not_found', { id });
      await this.claims.lockEnrollment(named.enrollmentId);
      await work((await this.claims.one(id)) ?? named);
      return this.outbox.get(who, id);
    });
  }
}

function refuseGone(row: OutboundRow): void {
  if (row.state !== 'ready' && row.state !== 'deferred') throw notWaiting(row);
}

function notWaiting(row: OutboundRow): AppError {
  return new AppError('sending.not_waiting', { id: row.id, state: row.state });
}
