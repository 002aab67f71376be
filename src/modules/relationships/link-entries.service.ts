import { Injectable } from '@nestjs/common';
import { readAddress } from '../../core/clients/address.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { SitesService } from '../sites/sites.service.js';
import { relationshipSubjects } from './link-events.js';
import { type LinkFact, LinkIntake } from './link-intake.service.js';
import { LinkLedger } from './link-ledger.js';
import type { LinkEntry, LinkView } from './links.dto.js';
import { RelationshipLinks } from './relationship-links.query.js';
import { type DetailRecord, RelationshipsRepository } from './relationships.repository.js';

/** Links that people write down, and take back. */
@Injectable()
export class LinkEntriesService {
  constructor(
    private readonly database: Database,
    private readonly relationships: RelationshipsRepository,
    private readonly intake: LinkIntake,
    private readonly ledger: LinkLedger,
    private readonly links: RelationshipLinks,
    private readonly sites: SitesService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws `relationship.not_found`; `link.not_between_them` when the two pages are not one of ours and one of theirs, in that direction;
   * `link.refused` with the reason.
   */
  enter(scope: WorkspaceScope, id: string, wish: LinkEntry): Promise<LinkView> {
    return this.database.inWorkspace(scope, async () => {
      const relationship = await this.relationships.detail(id);
      if (relationship === null) throw new AppError('relationship.not_found', { id });
      const fact = await this.fact(relationship, wish);
      const source = { via: 'hand' as const, originId: newId(), observedAt: this.clock.now() };
      const [outcome] = await this.intake.bring([fact], source);
      if (outcome === undefined || outcome.became === 'refused')
        throw new AppError('link.refused', { reason: outcome?.reason ?? null });
      await this.record('link.entered', relationship, { direction: wish.direction, linkId: outcome.id });
      return this.view(outcome.id);
    });
  }

  /** Throws `link.not_found`, and `link.not_by_hand` when nobody wrote it down. */
  remove(scope: WorkspaceScope, id: string): Promise<void> {
    return this.database.inWorkspace(scope, async () => {
      const [link] = await this.ledger.held([id]);
      if (link === undefined) throw new AppError('link.not_found', { id });
      const byHand = link.sightings.filter(({ via }) => via === 'hand');
      if (byHand.length === 0) throw new AppError('link.not_by_hand');
      await this.ledger.untell(byHand.map(({ via, originId }) => ({ linkId: id, via, originId })));
      const relationshipId = await this.relationships.between(link.brandId, link.siteId);
      const relationship = await this.relationships.detail(relationshipId ?? '');
      if (relationship !== null)
        await this.record('link.removed', relationship, { direction: link.direction, linkId: id });
    });
  }

  private async fact(relationship: DetailRecord, wish: LinkEntry): Promise<LinkFact> {
    const { brandId, clientId, siteId } = relationship;
    const [source, target] = [readAddress(wish.sourceUrl), readAddress(wish.targetUrl)];
    if (!source.ok || !target.ok) throw new AppError('link.refused', { reason: 'no_web_address' });
    const theirs = wish.direction === 'to_us' ? source.url : target.url;
    const sites = await this.sites.forAddresses([theirs]);
    if (sites.get(theirs) !== siteId) throw new AppError('link.not_between_them');
    const ends = { sourceUrl: source.url, targetUrl: target.url };
    return { brandId, clientId, siteId, ...ends, ...said(wish, this.clock.now()) };
  }

  private async view(id: string): Promise<LinkView> {
    const link = await this.links.one(id);
    if (link === null) throw new AppError('link.not_found', { id });
    return link;
  }

  private async record(
    kind: 'link.entered' | 'link.removed',
    relationship: DetailRecord,
    params: Record<string, unknown>,
  ): Promise<void> {
    const subjects = relationshipSubjects(relationship);
    await this.events.record({ kind, clientId: relationship.clientId, subjects, params });
  }
}

/** What somebody says now of a link they saw, or saw gone. */
function said(wish: LinkEntry, now: Date) {
  const { direction, state = 'live', anchor = null, firstSeenOn = null } = wish;
  return {
    ...{ direction, state, anchor, firstSeenOn },
    rel: wish.rel?.trim().toLowerCase() ?? null,
    lastSeenAt: state === 'live' ? now : null,
    lostAt: state === 'lost' ? now : null,
  };
}
