import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { AppError } from '../../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../../platform/http/principal.js';
import type { StartedJob } from '../../../platform/http/started-job.dto.js';
import { RequestInvalid } from '../../../platform/http/validation.js';
import { ProgressJobs } from '../../../platform/jobs/progress-jobs.js';
import { TeamService } from '../../access/team.service.js';
import type { PitchAction, PitchActionParams, PitchesAct } from './pitch-bulk.dto.js';
import { PitchLists } from './pitch-lists.query.js';
import { namely } from './pitch-lists.service.js';

/** Name of the background task of acts on many pitches. */
export const BULK_TASK = 'pitches.bulk';

/** Pitches one act takes at most. */
const MOST = 100_000;

/** What the task is told, as far as its action needs it. */
type Told = Readonly<Record<string, unknown>>;

/** Starts acts on many pitches: the snapshot of ids is taken now. */
@Injectable()
export class PitchBulkService {
  constructor(
    private readonly database: Database,
    private readonly lists: PitchLists,
    private readonly team: TeamService,
    private readonly progress: ProgressJobs,
  ) {}

  /** Throws `pitch.not_found` when nothing of it is there, `pitch.too_many`, or `request.invalid` with the field. */
  start(who: Principal, wish: PitchesAct): Promise<StartedJob> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      if ((wish.ids === undefined) === (wish.filter === undefined))
        throw refusal('ids', 'needed', 'name pitches, or a filter, and not both');
      const told = await this.told(wish.action, wish.params ?? {});
      const itemIds = await this.snapshot(who, wish);
      const params = { action: wish.action, memberId: who.memberId, ...told };
      return { jobId: await this.progress.create({ kind: BULK_TASK, params, itemIds }) };
    });
  }

  private async snapshot(who: Principal, { ids, filter }: PitchesAct): Promise<string[]> {
    const found =
      ids === undefined
        ? await this.lists.ids(namely(who, filter ?? {}), MOST)
        : await this.lists.visible(ids);
    if (found.length > MOST) throw new AppError('pitch.too_many', { most: MOST });
    if (found.length === 0 && ids !== undefined) throw new AppError('pitch.not_found', {});
    return found;
  }

  /** What the action needs, checked. What depends on the single pitch is refused there. */
  private async told(action: PitchAction, params: PitchActionParams): Promise<Told> {
    if (action === 'assign') return { assigneeMemberId: await this.assignee(params) };
    return NEEDS[action](params);
  }

  private async assignee({ assigneeMemberId }: PitchActionParams): Promise<string | null> {
    const id = given(assigneeMemberId, 'params.assigneeMemberId');
    const isHere = id === null || (await this.team.team()).some((member) => member.memberId === id);
    if (!isHere)
      throw refusal('params.assigneeMemberId', 'unknown_member', 'must be a member of the workspace');
    return id;
  }
}

const NEEDS: Readonly<Record<Exclude<PitchAction, 'assign'>, (params: PitchActionParams) => Told>> = {
  move: ({ to }) => ({ to: given(to, 'params.to') }),
  pause: ({ until = null }) => ({ until }),
  lose: ({ reason, note = '' }) => ({ reason: given(reason, 'params.reason'), note }),
  archive: () => ({}),
  next_step: ({ nextStep, nextStepOn }) => {
    if (nextStep === undefined && nextStepOn === undefined)
      throw refusal('params.nextStep', 'needed', 'say what is next, or on which day');
    return {
      ...(nextStep === undefined ? {} : { nextStep }),
      ...(nextStepOn === undefined ? {} : { nextStepOn }),
    };
  },
};

function given<Value>(value: Value | undefined, field: string): Value {
  if (value === undefined) throw refusal(field, 'needed', 'is needed for this action');
  return value;
}

function refusal(field: string, code: string, message: string): RequestInvalid {
  return new RequestInvalid([{ field, code, message: `${field}: ${message}`, params: {} }]);
}
