import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { Principal } from '../../../platform/http/principal.js';
import { ProspectChoosing, type ProspectFilter } from '../../prospects/prospect-choosing.service.js';
import type { PitchFilter } from './pitch-filter.dto.js';
import { PitchLists } from './pitch-lists.query.js';
import { namely } from './pitch-lists.service.js';

export { PitchFilter } from './pitch-filter.dto.js';

/** Prospects that are looked at for their pitches, at most. */
const MOST_PROSPECTS = 100_000;

/** Prospects of which the open pitches in one campaign are meant. */
export interface ProspectsOfCampaign {
  readonly campaignId: string;
  readonly ids?: readonly string[];
  readonly filter?: ProspectFilter;
}

/** Pitches as the modules above choose them, in the open transaction. */
@Injectable()
export class PitchChoosing {
  constructor(
    private readonly database: Database,
    private readonly lists: PitchLists,
    private readonly prospects: ProspectChoosing,
  ) {}

  /** Those of these that are to be seen, oldest first. */
  visible(ids: readonly string[]): Promise<string[]> {
    return this.lists.visible(ids);
  }

  /** All that fit a filter, oldest first; one more than `most` where there are more. */
  fitting(who: Principal, filter: PitchFilter, most: number): Promise<string[]> {
    return this.lists.ids(namely(who, filter), most);
  }

  /** The open pitches prospects have in a campaign, oldest first, and how many prospects were asked for; one more than `most` pitches where there are more. */
  async ofProspects(
    { campaignId, ...chosen }: ProspectsOfCampaign,
    most: number,
  ): Promise<{ readonly ids: string[]; readonly asked: number }> {
    const prospectIds = await this.prospects.ids(chosen, MOST_PROSPECTS);
    const rows = await this.database.manager().query<{ id: string }[]>(
      `select p.id from prospects r join pitches p on p.site_id = r.site_id
       where r.id = any ($1::uuid[]) and p.campaign_id = $2 and p.outcome is null and p.archived_at is null
       order by p.id limit $3`,
      [prospectIds, campaignId, most + 1],
    );
    return { ids: rows.map(({ id }) => id), asked: prospectIds.length };
  }
}
