import { Injectable } from '@nestjs/common';
import { type MovedStep, moveToVersion, type VersionMove } from '../../core/sequences/new-version.js';
import { enrollmentRefusal } from '../../core/sequences/standing.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { frozen } from './enrolling.js';
import { type Draft, EnrollmentDrafts } from './enrollment-drafts.js';
import { shownStep } from './enrollment-previews.service.js';
import { EnrollmentRun } from './enrollment-run.js';
import { EnrollmentWorld } from './enrollment-world.js';
import type { EnrollmentMoved } from './enrollments.dto.js';
import { EnrollmentsRepository, type HeldEnrollment } from './enrollments.repository.js';
import { SequenceEvents } from './sequence-events.js';
import { SequencesRepository, type SequenceVersion } from './sequences.repository.js';

interface Prepared {
  readonly move: VersionMove;
  readonly draft: Draft;
  readonly from: SequenceVersion;
  readonly to: SequenceVersion;
}

/** Moves an enrolment to the present version of its sequence; what went stays, what waits is written anew. */
@Injectable()
export class EnrollmentMoves {
  constructor(
    private readonly database: Database,
    private readonly enrollments: EnrollmentsRepository,
    private readonly sequences: SequencesRepository,
    private readonly drafts: EnrollmentDrafts,
    private readonly world: EnrollmentWorld,
    private readonly run: EnrollmentRun,
    private readonly events: SequenceEvents,
    private readonly clock: Clock,
  ) {}

  /** Throws `enrollment.not_found`, `enrollment.over`, `enrollment.current_already`, `enrollment.step_left`, `enrollment.refused`. */
  move(who: Principal, id: string, isPreview: boolean): Promise<EnrollmentMoved> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const held = await this.enrollments.lock(id);
      if (held === null) throw new AppError('enrollment.not_found', { id });
      const refusal = enrollmentRefusal('move', { state: held.state, code: held.stateCode });
      if (refusal !== null) throw new AppError(refusal);
      const prepared = await this.prepared(who, held);
      if (!isPreview) await this.carryOut(held, prepared);
      return shownMove(prepared, !isPreview);
    });
  }

  private async prepared(who: Principal, held: HeldEnrollment): Promise<Prepared> {
    const sequence = await this.sequences.one(held.sequenceId);
    const [from, to] = [
      await this.sequences.version(held.versionId),
      await this.sequences.version(sequence?.versionId ?? ''),
    ];
    if (sequence === null || from === null || to === null)
      throw new AppError('sequence.not_found', { id: held.sequenceId });
    if (from.id === to.id) throw new AppError('enrollment.current_already');
    const steps: readonly MovedStep[] = await this.enrollments.steps(held.id);
    const move = moveToVersion(steps, to.steps);
    const { pitch, mailbox } = await this.world.around(held);
    const draft = await this.drafts.draft(who, {
      sequence,
      version: { ...to, steps: move.steps },
      mailbox,
      pitch,
      contactId: held.contactId,
      startOn: null,
      ahead: mailbox.waiting,
    });
    const refusals = draft.refusals.filter(({ code }) => code !== 'enrolled_already');
    return { move, draft: { ...draft, refusals }, from, to };
  }

  private async carryOut(held: HeldEnrollment, { move, draft, to, from }: Prepared): Promise<void> {
    const against = draft.refusals.find(({ blocks }) => blocks);
    if (against !== undefined) throw new AppError('enrollment.refused', { code: against.code });
    const { tooLateIds } = await this.world.stopMail(held, 'version_changed');
    if (tooLateIds.length > 0) throw new AppError('enrollment.step_left');
    const at = this.clock.now();
    const steps = await this.enrollments.steps(held.id);
    await this.enrollments.removeSteps(held.id, move.dropped);
    const fresh = draft.steps.map((step) => frozen(step, { pitchId: held.pitchId, edits: [] }, held));
    await this.enrollments.insertSteps(held, fresh);
    await this.enrollments.write(held.id, { version_id: to.id, next_due_at: null, next_step_no: null }, at);
    await this.events.enrollment('enrollment.moved', held, { from: from.no, to: to.no });
    if (held.state !== 'running') return;
    const now = (await this.enrollments.lock(held.id)) ?? held;
    const last = Math.max(held.createdAt.getTime(), ...steps.map(({ doneAt }) => doneAt?.getTime() ?? 0));
    await this.run.goOn(now, new Date(last), at);
  }
}

function shownMove({ move, draft, from, to }: Prepared, isDone: boolean): EnrollmentMoved {
  return {
    isDone,
    fromVersionNo: from.no,
    toVersionNo: to.no,
    keptSteps: [...move.kept],
    droppedSteps: [...move.dropped],
    editedLost: [...move.editedLost],
    steps: draft.steps.map(shownStep),
    refusals: draft.refusals.map(({ code, blocks }) => ({ code, blocks })),
  };
}
