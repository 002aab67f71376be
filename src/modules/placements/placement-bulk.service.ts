import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { StartedJob } from '../../platform/http/started-job.dto.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { OwnersRepository } from './owners.repository.js';
import type { BulkWish } from './placement-bulk.dto.js';
import { invalidField } from './placement-facts.js';
import { PlacementLists } from './placement-list.query.js';

/** Name of the background task of acts on many placements. */
export const BULK_TASK = 'placements.bulk';

/** Placements one act takes at most. */
const MOST = 100_000;

/** Starts acts on many placements: the snapshot of ids is taken now, under the eyes of whoever asks. */
@Injectable()
export class PlacementBulkService {
  constructor(
    private readonly database: Database,
    private readonly lists: PlacementLists,
    private readonly owners: OwnersRepository,
    private readonly progress: ProgressJobs,
  ) {}

  /** Throws `placement.not_found` when nothing of it is visible, `placement.too_many`, or `request.invalid` with the field. */
  start(who: Principal, wish: BulkWish): Promise<StartedJob> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      await this.refuseWrong(wish);
      const itemIds = await this.snapshot(wish);
      const { ownerMemberId = null, reason = null, note = null } = wish.params ?? {};
      const params = { action: wish.action, ownerMemberId, reason, note, locale: who.locale };
      return { jobId: await this.progress.create({ kind: BULK_TASK, params, itemIds }) };
    });
  }

  private async snapshot(wish: BulkWish): Promise<string[]> {
    const ids =
      wish.ids === undefined
        ? await this.lists.ids(wish.filter ?? {}, MOST)
        : await this.lists.visible(wish.ids);
    if (ids.length > MOST) throw new AppError('placement.too_many', { most: MOST });
    if (ids.length === 0 && wish.ids !== undefined) throw new AppError('placement.not_found', {});
    return ids;
  }

  private async refuseWrong(wish: BulkWish): Promise<void> {
    if ((wish.ids === undefined) === (wish.filter === undefined)) {
      throw invalidField('ids', 'needed', 'name placements, or a filter, and not both');
    }
    if (wish.action !== 'assign') return;
    const owner = wish.params?.ownerMemberId;
    if (owner === undefined) throw invalidField('params.ownerMemberId', 'needed', 'say who shall own them');
    if (owner !== null && !(await this.owners.isMember(owner))) {
      throw invalidField('params.ownerMemberId', 'unknown_member', 'must be a member of this workspace');
    }
  }
}
