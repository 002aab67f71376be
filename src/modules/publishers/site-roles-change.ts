import { Injectable } from '@nestjs/common';
import type { IntakeChange } from '../../core/imports/intake.js';
import { newId } from '../../platform/database/id.js';
import { AppError } from '../../platform/errors/app-error.js';
import { OwnerChangesRepository } from './owner-changes.repository.js';
import { type SiteLinkRow, SiteLinksRepository } from './site-links.repository.js';

/** Who owns a site from which day on. */
export interface RolesWish {
  readonly changeId: string;
  readonly siteId: string;
  readonly publisherId: string;
  readonly sinceOn: string;
  readonly at: Date;
}

/** The roles of publishers at a site when it changes hands, within the open transaction. */
@Injectable()
export class SiteRolesChange {
  constructor(
    private readonly links: SiteLinksRepository,
    private readonly ownerChanges: OwnerChangesRepository,
  ) {}

  /**
   * Ends the former owner's roles and those of its editors, lets the new one begin. Brokers and suppliers stay: they trade with whoever owns
   * the site. Answers whose roles ended. Throws `publisher.owns_already`.
   */
  async apply({ changeId, siteId, publisherId, sinceOn, at }: RolesWish): Promise<string[]> {
    const present = await this.links.present(siteId);
    if (present.some((link) => link.role === 'owner' && link.publisherId === publisherId))
      throw new AppError('publisher.owns_already');
    const ending = present.filter(({ role }) => role === 'owner' || role === 'editor');
    await this.links.end(
      ending.map((link) => link.id),
      sinceOn,
      at,
    );
    const made = { id: newId(at), siteId, publisherId, role: 'owner' as const, sinceOn, importId: null };
    await this.links.insert({ ...made, createdAt: at });
    const ownedBefore = await this.ownerChanges.markSite(siteId, at);
    await this.ownerChanges.append(changeId, [
      {
        table: 'sites',
        recordId: siteId,
        before: { ownerChangedAt: ownedBefore },
        after: { ownerChangedAt: at },
      },
      { table: 'site_publishers', recordId: made.id, before: null, after: { publisherId } },
      ...ending.map((link) => endedChange(link, sinceOn)),
    ]);
    return [...new Set(ending.map((link) => link.publisherId))].filter((id) => id !== publisherId);
  }

  /** Puts roles and the site's date back as they were before a change. */
  async restore(siteId: string, changes: readonly IntakeChange[]): Promise<void> {
    const links = changes.filter(({ table }) => table === 'site_publishers');
    for (const { recordId } of links.filter(({ before }) => before === null))
      await this.links.remove(recordId);
    for (const { recordId, before } of links.filter((link) => link.before !== null))
      await this.links.reopen(recordId, textOrNull(before?.['untilOn']));
    const site = changes.find(({ table }) => table === 'sites');
    const changedAt = textOrNull(site?.before?.['ownerChangedAt']);
    await this.ownerChanges.markSite(siteId, changedAt === null ? null : new Date(changedAt));
  }
}

function endedChange({ id, untilOn }: SiteLinkRow, sinceOn: string): IntakeChange {
  return { table: 'site_publishers', recordId: id, before: { untilOn }, after: { untilOn: sinceOn } };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
