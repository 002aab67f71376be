import { Injectable } from '@nestjs/common';
import type { IntakeChange } from '../../core/imports/intake.js';
import { isUndoable, undoUntil } from '../../core/publishers/owner-change.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import type { SiteDetail } from '../sites/site-views.port.js';
import { SitesService } from '../sites/sites.service.js';
import type { NewOwner } from './new-owner.dto.js';
import { OwnerChangesRepository } from './owner-changes.repository.js';
import { PublisherDetailQuery } from './publisher-detail.query.js';
import type { SitePublishers } from './publisher-views.dto.js';
import { PublishersService } from './publishers.service.js';
import { SiteRolesChange } from './site-roles-change.js';

/**
 * New owners of sites. What follows from a change is done by listeners of `site.owner_changed` in its transaction; each writes down the rows
 * it touched (`keep`), and puts them back on `site.owner_restored` (`kept`), so that an undo restores everything.
 */
@Injectable()
export class OwnerChangesService {
  constructor(
    private readonly database: Database,
    private readonly sites: SitesService,
    private readonly publishers: PublishersService,
    private readonly details: PublisherDetailQuery,
    private readonly roles: SiteRolesChange,
    private readonly ownerChanges: OwnerChangesRepository,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Publishers of a site, and until when its last change of owner can be undone. Throws `site.not_found`. */
  publishersOf(scope: WorkspaceScope, siteId: string): Promise<SitePublishers> {
    return this.database.inWorkspace(scope, async () => {
      await this.sites.existing(siteId);
      const last = await this.ownerChanges.last(siteId);
      const isOpen = last !== null && this.isOpen(last);
      const items = await this.details.ofSite(siteId);
      return { items, ownerUndoUntil: isOpen ? new Date(undoUntil(last.changedAt.getTime())) : null };
    });
  }

  /**
   * Throws `site.not_found`, `publisher.not_found`, `publisher.archived`, `publisher.owner_needed`, `publisher.owns_already`, and
   * `access.forbidden` to a limited member, who does not see all that would change.
   */
  change(scope: WorkspaceScope, siteId: string, wish: NewOwner): Promise<SiteDetail> {
    return this.database.inWorkspace(scope, async () => {
      await this.sites.existing(siteId);
      refuseLimited(scope);
      const publisherId = await this.ownerOf(wish);
      const at = this.clock.now();
      const change = { id: newId(at), siteId, publisherId, note: wish.note?.trim() ?? '' };
      await this.ownerChanges.insert({ ...change, changedBy: scope.userId ?? null, changedAt: at });
      const sinceOn = wish.sinceOn ?? (await this.sites.today());
      const formerPublisherIds = await this.roles.apply({
        changeId: change.id,
        siteId,
        publisherId,
        sinceOn,
        at,
      });
      await this.events.record({
        kind: 'site.owner_changed',
        subjects: [
          { kind: 'site', id: siteId },
          { kind: 'publisher', id: publisherId },
          ...formerPublisherIds.map((id) => ({ kind: 'publisher' as const, id })),
        ],
        params: { changeId: change.id, siteId, publisherId, formerPublisherIds, sinceOn },
      });
      return this.sites.detail(siteId);
    });
  }

  /** Throws `site.not_found`, `publisher.nothing_to_undo` when there is none or ten minutes have passed, `access.forbidden`. */
  undo(scope: WorkspaceScope, siteId: string): Promise<SiteDetail> {
    return this.database.inWorkspace(scope, async () => {
      await this.sites.existing(siteId);
      refuseLimited(scope);
      const last = await this.ownerChanges.last(siteId);
      if (last === null || !this.isOpen(last)) throw new AppError('publisher.nothing_to_undo');
      await this.roles.restore(siteId, last.changes);
      await this.ownerChanges.setUndone(last.id, this.clock.now());
      await this.events.record({
        kind: 'site.owner_restored',
        subjects: [
          { kind: 'site', id: siteId },
          { kind: 'publisher', id: last.publisherId },
        ],
        params: { changeId: last.id, siteId, publisherId: last.publisherId },
      });
      return this.sites.detail(siteId);
    });
  }

  /** Writes down rows a listener touched because of a change of owner, within its transaction. */
  async keep(changeId: string, changes: readonly IntakeChange[]): Promise<void> {
    if (changes.length > 0) await this.ownerChanges.append(changeId, changes);
  }

  /** Rows of a table that a change of owner touched, in the order in which they were written down. */
  async kept(changeId: string, table: string): Promise<readonly IntakeChange[]> {
    const change = await this.ownerChanges.find(changeId);
    return (change?.changes ?? []).filter((one) => one.table === table);
  }

  private isOpen({ changedAt }: { changedAt: Date }): boolean {
    return isUndoable(changedAt.getTime(), this.clock.now().getTime());
  }

  private async ownerOf({ publisherId, publisherName }: NewOwner): Promise<string> {
    if ((publisherId === undefined) === (publisherName === undefined))
      throw new AppError('publisher.owner_needed');
    if (publisherId === undefined) return this.publishers.named(publisherName ?? '');
    const { archivedAt } = await this.publishers.existing(publisherId);
    if (archivedAt !== null) throw new AppError('publisher.archived');
    return publisherId;
  }
}

function refuseLimited(scope: WorkspaceScope): void {
  if (scope.clientIds !== undefined && scope.clientIds !== null) throw new AppError('access.forbidden');
}
