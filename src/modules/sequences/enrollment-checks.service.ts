import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { StartedJob } from '../../platform/http/started-job.dto.js';
import { RequestInvalid } from '../../platform/http/validation.js';
import { asStarter } from '../../platform/jobs/item-work.js';
import type { ProgressJob } from '../../platform/jobs/progress-job.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { PitchChoosing } from '../campaigns/lists/pitch-choosing.service.js';
import { EnrollmentCheckRows } from './enrollment-check-rows.query.js';
import type {
  EnrollmentCheck,
  EnrollmentCheckEnroll,
  EnrollmentCheckQuery,
  EnrollmentCheckStarted,
  EnrollmentCheckWish,
} from './enrollment-checks.dto.js';
import { EnrollmentPreviews } from './enrollment-previews.service.js';
import { ENROLL_TASK } from './enrollment-start.service.js';
import { MOST_ENROLLED } from './enrollments.dto.js';

/** Name of the background task that looks at many pitches before they are enrolled. */
export const CHECK_TASK = 'pitches.enroll.check';

/** Looks at many pitches before they are enrolled, tells of each whether it would be, and enrols what was found able. */
@Injectable()
export class EnrollmentChecks {
  constructor(
    private readonly database: Database,
    private readonly choosing: PitchChoosing,
    private readonly previews: EnrollmentPreviews,
    private readonly rows: EnrollmentCheckRows,
    private readonly progress: ProgressJobs,
  ) {}

  /** Starts a look; the snapshot of pitches is taken now. Throws what `EnrollmentPreviews.target` throws, `pitch.not_found`, `enrollment.too_many`, `request.invalid`. */
  start(who: Principal, wish: EnrollmentCheckWish): Promise<EnrollmentCheckStarted> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const { sequenceId, mailboxId, startOn = null } = wish;
      const { version } = await this.previews.target(sequenceId, mailboxId);
      const { ids, prospectsWithout } = await this.chosen(who, wish);
      if (ids.length > MOST_ENROLLED) throw new AppError('enrollment.too_many', { most: MOST_ENROLLED });
      if (ids.length === 0) throw new AppError('pitch.not_found', {});
      const params = { sequenceId, versionId: version.id, mailboxId, startOn, ...asStarter(who) };
      const jobId = await this.progress.create({ kind: CHECK_TASK, params, itemIds: ids });
      return { jobId, pitches: ids.length, prospectsWithout };
    });
  }

  /** What was found so far, by pages. Throws `job.not_found`. */
  get(who: Principal, jobId: string, asked: EnrollmentCheckQuery): Promise<EnrollmentCheck> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const job = await this.check(jobId);
      const { sequenceId, mailboxId, startOn } = targetOf(job);
      const { version } = await this.previews.target(sequenceId, mailboxId);
      return {
        jobId,
        isDone: job.state === 'done',
        sequenceId,
        mailboxId,
        startOn,
        needsApproval: version.needsApproval,
        ...(await this.rows.summary(jobId)),
        ...(await this.rows.page(jobId, asked)),
      };
    });
  }

  /** Enrols in the background what was found able. Throws `job.not_found`, `enrollment.check_unfinished`, `enrollment.check_outdated`, `enrollment.nobody_left`. */
  enroll(who: Principal, jobId: string, wish: EnrollmentCheckEnroll): Promise<StartedJob> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const job = await this.check(jobId);
      if (job.state !== 'done') throw new AppError('enrollment.check_unfinished');
      const { sequenceId, mailboxId, startOn } = targetOf(job);
      const { version } = await this.previews.target(sequenceId, mailboxId);
      if (version.id !== job.params['versionId']) throw new AppError('enrollment.check_outdated');
      const { contacts = [], edits = [], exceptPitchIds = [] } = wish;
      const mended = new Set([...contacts, ...edits].map(({ pitchId }) => pitchId));
      const except = new Set(exceptPitchIds);
      const itemIds = (await this.rows.findings(jobId))
        .filter(({ pitchId, canEnroll }) => (canEnroll || mended.has(pitchId)) && !except.has(pitchId))
        .map(({ pitchId }) => pitchId);
      if (itemIds.length === 0) throw new AppError('enrollment.nobody_left');
      const target = { sequenceId, mailboxId, startOn };
      const params = { action: 'enroll', ...target, contacts, edits, ...asStarter(who) };
      return { jobId: await this.progress.create({ kind: ENROLL_TASK, params, itemIds }) };
    });
  }

  private async check(jobId: string): Promise<ProgressJob> {
    const job = await this.progress.get(jobId);
    if (job.kind !== CHECK_TASK) throw new AppError('job.not_found');
    return job;
  }

  private async chosen(who: Principal, wish: EnrollmentCheckWish) {
    const { pitchIds, filter, prospects } = wish;
    if ([pitchIds, filter, prospects].filter((one) => one !== undefined).length !== 1)
      throw refusal('pitchIds', 'name pitches, or a filter, or prospects, and only one of them');
    if (prospects !== undefined) {
      if ((prospects.ids === undefined) === (prospects.filter === undefined))
        throw refusal('prospects.ids', 'name prospects, or a filter, and not both');
      const { ids, asked } = await this.choosing.ofProspects(prospects, MOST_ENROLLED);
      return { ids, prospectsWithout: Math.max(asked - ids.length, 0) };
    }
    const ids =
      pitchIds === undefined
        ? await this.choosing.fitting(who, filter ?? {}, MOST_ENROLLED)
        : await this.choosing.visible(pitchIds);
    return { ids, prospectsWithout: 0 };
  }
}

function targetOf({ params }: ProgressJob) {
  return {
    sequenceId: String(params['sequenceId']),
    mailboxId: String(params['mailboxId']),
    startOn: params['startOn'] as string | null,
  };
}

function refusal(field: string, message: string): RequestInvalid {
  return new RequestInvalid([{ field, code: 'needed', message: `${field}: ${message}`, params: {} }]);
}
