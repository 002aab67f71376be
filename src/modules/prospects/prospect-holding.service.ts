import { Injectable } from '@nestjs/common';
import { answered, countFit, FIT_ANSWERS, type FitAnswer, isFitName } from '../../core/prospects/fit.js';
import { LOCK_DAYS, lockFor } from '../../core/prospects/lock.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { RequestInvalid } from '../../platform/http/validation.js';
import type { ProspectDetail } from './prospect.dto.js';
import { ProspectDetails } from './prospect-details.service.js';
import { ProspectEditing } from './prospect-editing.js';
import { prospectEvent } from './prospect-events.js';

/** Who works on a prospect, and what they found out about its fit. */
@Injectable()
export class ProspectHolding {
  constructor(
    private readonly database: Database,
    private readonly editing: ProspectEditing,
    private readonly details: ProspectDetails,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Takes the prospect for some days, or longer. Throws `prospect.locked` while a colleague holds it. */
  lock(who: Principal, id: string, days: number = LOCK_DAYS.usual): Promise<ProspectDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const row = await this.editing.current(id);
      this.editing.refuseLocked(who, row);
      const { until } = lockFor(who.memberId, days, this.clock.now().getTime());
      await this.editing.write(row, {
        owner_member_id: who.memberId,
        lock_until: until === null ? null : new Date(until),
      });
      await this.events.record(prospectEvent('prospect.locked', row, { memberId: who.memberId, days }));
      return this.details.get(who, id);
    });
  }

  /** Lets the prospect go. Throws `prospect.not_held`, or `prospect.locked` to who neither holds it nor is a manager. */
  release(who: Principal, id: string): Promise<ProspectDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const row = await this.editing.current(id);
      if (row.ownerMemberId === null) throw new AppError('prospect.not_held', { id });
      this.editing.refuseLocked(who, row);
      await this.editing.write(row, { owner_member_id: null, lock_until: null });
      await this.events.record(prospectEvent('prospect.released', row, { from: row.ownerMemberId }));
      return this.details.get(who, id);
    });
  }

  /** Answers questions of the checklist. Throws `request.invalid` with every name and answer that is none. */
  answer(who: Principal, id: string, answers: Readonly<Record<string, FitAnswer>>): Promise<ProspectDetail> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      refuseUnknown(answers);
      const row = await this.editing.current(id);
      const fit = answered(row.fit, answers);
      const { yes, no } = countFit(fit);
      await this.editing.write(row, { fit: JSON.stringify(fit), fit_yes: yes, fit_no: no });
      await this.events.record(prospectEvent('prospect.fit_answered', row, { yes, no }));
      return this.details.get(who, id);
    });
  }
}

function refuseUnknown(answers: Readonly<Record<string, unknown>>): void {
  const faults = Object.entries(answers).flatMap(([name, answer]) => {
    const field = `answers.${name}`;
    if (!isFitName(name))
      return [{ field, code: 'unknown_field', message: `${field} is no question`, params: {} }];
    const isAnswer = FIT_ANSWERS.some((known) => known === answer);
    return isAnswer
      ? []
      : [{ field, code: 'in', message: `${field} must be yes, no or unknown`, params: {} }];
  });
  if (faults.length > 0) throw new RequestInvalid(faults.slice(0, 100));
}
