import { Injectable } from '@nestjs/common';
import type { Subject } from '../../core/events/kinds.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import type { Principal } from '../../platform/http/principal.js';
import { scopeOf } from '../../platform/http/principal.js';
import { PitchesService } from '../campaigns/pitches.service.js';
import { PlacementActsService } from '../placements/placement-acts.service.js';
import { RelationshipsService } from '../relationships/relationships.service.js';
import { TasksService } from '../tasks/tasks.service.js';
import type { PartnershipEnd, PartnershipEndCounts } from './partnership-ends.dto.js';
import { type Partner, PartnershipQuery } from './partnership-ends.query.js';

/** Longest title of a task. */
const TITLE = 300;

/** Ends partnerships: what runs is stopped, what was placed is released, and our links to them become tasks. */
@Injectable()
export class PartnershipEnds {
  constructor(
    private readonly database: Database,
    private readonly partnership: PartnershipQuery,
    private readonly pitches: PitchesService,
    private readonly placements: PlacementActsService,
    private readonly relationships: RelationshipsService,
    private readonly tasks: TasksService,
    private readonly events: Events,
  ) {}

  /** What an end would touch. Throws `publisher.not_found`, `site.not_found`. */
  preview(scope: WorkspaceScope, partner: Partner, clientId: string | null): Promise<PartnershipEndCounts> {
    return this.database.inWorkspace(scope, async () => {
      const sites = await this.sites(partner);
      return {
        sites: sites.length,
        pitches: await this.partnership.openPitches(sites, clientId),
        placements: (await this.partnership.placements(sites, clientId)).length,
        links: (await this.partnership.linksToThem(sites, clientId)).length,
      };
    });
  }

  /** All or nothing, in one transaction. Throws `publisher.not_found`, `site.not_found`. */
  end(who: Principal, partner: Partner, wish: PartnershipEnd): Promise<PartnershipEndCounts> {
    const scope = scopeOf(who);
    const clientId = wish.clientId ?? null;
    const reason = wish.reason.trim();
    return this.database.inWorkspace(scope, async () => {
      const sites = await this.sites(partner);
      const loss = { reason: 'partnership_ended', note: reason, clientId };
      const pitches = await this.pitches.withdraw(sites, loss, who);
      const placements = await this.partnership.placements(sites, clientId);
      for (const id of placements) await this.placements.release(scope, id, reason);
      const links = await this.partnership.linksToThem(sites, clientId);
      await this.tasks.addMany(
        links.map(({ sourceUrl, targetUrl, ...place }) => ({
          ...place,
          kind: 'remove_link' as const,
          title: sourceUrl.slice(0, TITLE),
          facts: { sourceUrl, targetUrl },
          assigneeMemberId: wish.assigneeMemberId ?? null,
        })),
      );
      await this.relationships.letRest(sites, clientId);
      const counts = {
        sites: sites.length,
        pitches: pitches.length,
        placements: placements.length,
        links: links.length,
      };
      await this.tell(partner, sites, { clientId, counts });
      return counts;
    });
  }

  private async sites(partner: Partner): Promise<string[]> {
    const sites = await this.partnership.sites(partner);
    if (sites === null) throw new AppError(`${partner.kind}.not_found`, { id: partner.id });
    return sites;
  }

  private async tell(
    { kind, id }: Partner,
    sites: readonly string[],
    { clientId, counts }: { clientId: string | null; counts: PartnershipEndCounts },
  ): Promise<void> {
    const publisher: Subject[] = kind === 'publisher' ? [{ kind, id }] : [];
    const client: Subject[] = clientId === null ? [] : [{ kind: 'client', id: clientId }];
    const subjects = [
      ...publisher,
      ...sites.map((siteId): Subject => ({ kind: 'site', id: siteId })),
      ...client,
    ];
    await this.events.record({ kind: 'partnership.ended', clientId, subjects, params: { ...counts } });
  }
}
