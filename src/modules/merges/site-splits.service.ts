import { Injectable } from '@nestjs/common';
import { siteKey } from '../../core/sites/site-key.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { NewSubSite, SiteDetail } from '../sites/site-views.port.js';
import { SitesService } from '../sites/sites.service.js';
import type { MergeView } from './merges.dto.js';
import { MergesService } from './merges.service.js';
import { RecordMerging } from './record-merging.js';
import { RowMoverRepository } from './row-mover.repository.js';
import { SiteSplitsRepository } from './site-splits.repository.js';

/** Cuts sub-sites out of sites, with what stands there, and puts them back. */
@Injectable()
export class SiteSplitsService {
  constructor(
    private readonly acts: MergesService,
    private readonly sites: SitesService,
    private readonly merging: RecordMerging,
    private readonly mover: RowMoverRepository,
    private readonly rows: SiteSplitsRepository,
  ) {}

  /** Declares a sub-domain or path prefix a site of its own; placements and links that stand there move to it. */
  split(scope: WorkspaceScope, wish: NewSubSite): Promise<SiteDetail> {
    return this.acts.whole(scope, 'site', async () => {
      const { id, parentSiteId, isRevived } = await this.sites.cut(wish);
      const act = { kind: 'site', keptId: parentSiteId, otherId: id, choices: {} } as const;
      const actId = await this.acts.begin(scope, { act: 'split', ...act });
      if (isRevived) {
        await this.mover.change('sites', id, { actId, columns: { archived_at: null, merged_into_id: null } });
      } else {
        await this.mover.made('sites', [id], actId);
      }
      const family = await this.rows.family(parentSiteId);
      await this.refile(actId, family, [...family.values()]);
      await this.acts.finish(actId, 'site.split');
      await this.mover.made('relationships', await this.rows.relationshipsOf(id), actId);
      return this.sites.detail(id);
    });
  }

  /** Puts a declared sub-site back into its site, with everything that is filed under it. Throws `site.not_declared`. */
  rejoin(scope: WorkspaceScope, id: string): Promise<MergeView> {
    return this.acts.whole(scope, 'site', async () => {
      const { parentSiteId } = await this.sites.detail(id);
      if (parentSiteId === null) throw new AppError('site.not_declared');
      const act = { kind: 'site', keptId: parentSiteId, otherId: id, choices: {} } as const;
      const actId = await this.acts.begin(scope, { act: 'rejoin', ...act });
      await this.merging.merge({ actId, ...act });
      await this.refile(actId, await this.rows.family(parentSiteId), [parentSiteId]);
      return this.acts.finish(actId, 'site.rejoined');
    });
  }

  /** Files what stands on some sites of a family under the one its address belongs to now. */
  private async refile(
    actId: string,
    family: ReadonlyMap<string, string>,
    from: readonly string[],
  ): Promise<void> {
    const declared = new Set(family.keys());
    for (const table of this.rows.tables) {
      for (const siteId of from) {
        for await (const batch of this.rows.standingOn(table, siteId)) {
          for (const [to, ids] of elsewhere(batch, siteId, (address) =>
            family.get(siteKey(address, declared) ?? ''),
          )) {
            await this.mover.moveRows(table, 'site_id', { actId, from: siteId, to, ids });
          }
        }
      }
    }
  }
}

/** Rows that belong to another site than they are filed under, by that site. */
function elsewhere(
  rows: readonly { id: string; address: string }[],
  siteId: string,
  siteOf: (address: string) => string | undefined,
): ReadonlyMap<string, string[]> {
  const moving = new Map<string, string[]>();
  for (const { id, address } of rows) {
    const to = siteOf(address);
    if (to !== undefined && to !== siteId) moving.set(to, [...(moving.get(to) ?? []), id]);
  }
  return moving;
}
