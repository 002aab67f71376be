import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import type { StartedJob } from '../../platform/http/started-job.dto.js';
import { asStarter } from '../../platform/jobs/item-work.js';
import { ProgressJobs } from '../../platform/jobs/progress-jobs.js';
import { ProspectChoosing } from '../prospects/prospect-choosing.service.js';
import { invalid } from './campaign-wish.js';
import { CampaignsService } from './campaigns.service.js';
import { PitchActs } from './pitch-acts.js';
import { mayRelease } from './pitch-adding.js';
import type { PitchesWish } from './pitch-bulk-add.dto.js';
import { PitchWishes } from './pitch-wishes.js';

/** Name of the background task that adds many prospects to a campaign. */
export const ADD_TASK = 'pitches.add';

/** Prospects that are added at once, at most. */
const MOST = 10_000;

/** Starts adding many prospects: the snapshot of ids is taken now. */
@Injectable()
export class PitchBulkAdding {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsService,
    private readonly prospects: ProspectChoosing,
    private readonly wishes: PitchWishes,
    private readonly acts: PitchActs,
    private readonly progress: ProgressJobs,
  ) {}

  /** Throws `campaign.not_found`, `campaign.archived`, `prospect.not_found`, `pitch.too_many`, `access.forbidden`, `request.invalid`. */
  start(who: Principal, campaignId: string, wish: PitchesWish): Promise<StartedJob> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      if ((wish.prospectIds === undefined) === (wish.filter === undefined))
        throw invalid('prospectIds', 'needed', 'name prospects, or a filter, and not both');
      const campaign = await this.campaigns.one(campaignId);
      if (campaign.archivedAt !== null) throw new AppError('campaign.archived', { id: campaignId });
      const { prospectIds, filter, assigneeMemberId = who.memberId, targetPageId = null } = wish;
      await this.wishes.check(campaign, this.acts.kindOf(campaign), { assigneeMemberId, targetPageId });
      const itemIds = await this.prospects.ids(
        {
          ...(prospectIds === undefined ? {} : { ids: prospectIds }),
          ...(filter === undefined ? {} : { filter }),
        },
        MOST,
      );
      if (itemIds.length > MOST) throw new AppError('pitch.too_many', { most: MOST });
      if (itemIds.length === 0 && filter === undefined) throw new AppError('prospect.not_found', {});
      const release = mayRelease(who, wish.release);
      const params = {
        action: 'add',
        campaignId,
        assigneeMemberId,
        targetPageId,
        release,
        ...asStarter(who),
      };
      return { jobId: await this.progress.create({ kind: ADD_TASK, params, itemIds }) };
    });
  }
}
