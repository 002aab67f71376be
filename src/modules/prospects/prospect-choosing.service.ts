import { Injectable } from '@nestjs/common';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { prospectEvent } from './prospect-events.js';
import { ProspectIntake } from './prospect-intake.service.js';
import type { ProspectFilter } from './prospect-list.dto.js';
import { ProspectLists } from './prospect-list.query.js';
import { type HeldProspect, ProspectsRepository } from './prospects.repository.js';

export { ProspectFilter } from './prospect-list.dto.js';

/** Prospects as the modules above choose them, in the open transaction. */
@Injectable()
export class ProspectChoosing {
  constructor(
    private readonly prospects: ProspectsRepository,
    private readonly lists: ProspectLists,
    private readonly intake: ProspectIntake,
    private readonly events: Events,
  ) {}

  /** Ids of those that are named, or of all that fit a filter; one more than `most` where there are more. */
  ids(chosen: { readonly ids?: readonly string[]; readonly filter?: ProspectFilter }, most: number) {
    return chosen.ids === undefined
      ? this.lists.ids(chosen.filter ?? {}, most)
      : this.lists.visible(chosen.ids);
  }

  /** Those of these that are here, their rows locked in the order of their ids. */
  lockAll(ids: readonly string[]): Promise<Pick<HeldProspect, 'id' | 'siteId' | 'archivedAt'>[]> {
    return this.prospects.lockAll(ids);
  }

  /** The site of a prospect. Throws `prospect.not_found`. */
  async siteOf(id: string): Promise<string> {
    const [row] = await this.prospects.lockAll([id]);
    if (row === undefined) throw new AppError('prospect.not_found', { id });
    return row.siteId;
  }

  /** Makes a site a prospect unless it is one. Throws `site.not_found`. */
  async ensure(siteId: string): Promise<void> {
    if ((await this.prospects.ofSite(siteId)) !== null) return;
    const site = await this.prospects.site(siteId);
    if (site === null) throw new AppError('site.not_found', { id: siteId });
    const [outcome] = await this.intake.bring(
      [{ siteId, siteKey: site.siteKey }],
      { importId: null },
      'fill',
    );
    if (outcome?.kind !== 'created') return;
    await this.events.record(prospectEvent('prospect.added', { id: outcome.id, siteId }));
  }
}
