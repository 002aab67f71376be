import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ChunkedTasks, type Outcomes } from '../../platform/jobs/chunked-tasks.js';
import { starterOf } from '../../platform/jobs/item-work.js';
import type { ItemOutcome, ProgressJob } from '../../platform/jobs/progress-job.js';
import { type CheckFinding, EnrollmentCheckRows } from './enrollment-check-rows.query.js';
import { CHECK_TASK } from './enrollment-checks.service.js';
import { EnrollmentDrafts } from './enrollment-drafts.js';
import { EnrollmentPreviews } from './enrollment-previews.service.js';
import { type EnrollablePitch, EnrollmentSurroundings } from './enrollment-surroundings.query.js';

/** Pitches of one transaction: each has all of its mails filled in. */
const CHUNK = 10;

/** Looks at many pitches as a preview does, and keeps of each whether it would be enrolled and what stands against it. */
@Injectable()
export class EnrollmentCheckJob implements OnModuleInit {
  constructor(
    private readonly tasks: ChunkedTasks,
    private readonly rows: EnrollmentCheckRows,
    private readonly previews: EnrollmentPreviews,
    private readonly drafts: EnrollmentDrafts,
    private readonly around: EnrollmentSurroundings,
  ) {}

  onModuleInit(): void {
    this.tasks.register<EnrollablePitch>(CHECK_TASK, {
      size: CHUNK,
      // Nothing is written but the outcome, so nothing need be held.
      lock: (ids) => this.around.pitches(ids),
      step: (pitches, job) => this.step(pitches, job),
    });
  }

  private async step(pitches: readonly EnrollablePitch[], job: ProgressJob): Promise<Outcomes> {
    const { params } = job;
    const target = await this.previews.target(String(params['sequenceId']), String(params['mailboxId']));
    const outcomes = new Map<string, ItemOutcome>();
    let ahead = target.mailbox.waiting + (await this.rows.able(job.id));
    for (const pitch of pitches) {
      const wish = { ...target, pitch, contactId: null, startOn: params['startOn'] as string | null, ahead };
      const { recipient, refusals } = await this.drafts.draft(starterOf(job), wish);
      const before: CheckFinding = {
        contactId: recipient?.id ?? null,
        canEnroll: refusals.every(({ blocks }) => !blocks),
        codes: refusals.map(({ code }) => code),
      };
      if (before.canEnroll) ahead += 1;
      outcomes.set(pitch.id, { state: 'done', before });
    }
    return outcomes;
  }
}
