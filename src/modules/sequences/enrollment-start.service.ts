import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { asStarter } from '../../platform/jobs/item-work.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { Enrolling } from './enrolling.js';
import { EnrollmentPreviews } from './enrollment-previews.service.js';
import { EnrollmentSurroundings } from './enrollment-surroundings.query.js';
import type { EnrollmentsStarted, NewEnrollments } from './enrollments.dto.js';

/** Name of the background task that enrols many pitches. */
export const ENROLL_TASK = 'pitches.enroll';

/** Enrols one pitch at once, or many in the background. */
@Injectable()
export class EnrollmentStart {
  constructor(
    private readonly database: Database,
    private readonly previews: EnrollmentPreviews,
    private readonly surroundings: EnrollmentSurroundings,
    private readonly enrolling: Enrolling,
    private readonly progress: ProgressJobs,
  ) {}

  /** Throws what `EnrollmentPreviews.target` and, for one pitch, `Enrolling.enroll` throw. */
  start(who: Principal, wish: NewEnrollments): Promise<EnrollmentsStarted> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const target = await this.previews.target(wish.sequenceId, wish.mailboxId);
      const { pitchIds, contacts = [], edits = [], startOn = null } = wish;
      const [pitchId] = pitchIds;
      if (pitchIds.length === 1 && pitchId !== undefined) {
        await this.surroundings.lockPitches([pitchId]);
        const contactId = contacts.find((choice) => choice.pitchId === pitchId)?.contactId ?? null;
        const one = { pitchId, contactId, startOn, edits };
        return { enrollmentId: await this.enrolling.enroll(who, target, one), jobId: null };
      }
      const found = new Set((await this.surroundings.pitches(pitchIds)).map(({ id }) => id));
      const itemIds = pitchIds.filter((id) => found.has(id));
      if (itemIds.length === 0) throw new AppError('pitch.not_found', {});
      const params = {
        action: 'enroll',
        sequenceId: wish.sequenceId,
        mailboxId: wish.mailboxId,
        contacts,
        edits,
        startOn,
        ...asStarter(who),
      };
      return {
        enrollmentId: null,
        jobId: await this.progress.create({ kind: ENROLL_TASK, params, itemIds }),
      };
    });
  }
}
