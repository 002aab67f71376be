import { Injectable } from '@nestjs/common';
import { readAddress } from '../../core/clients/address.js';
import type { EventKind, Subject } from '../../core/events/kinds.js';
import { siteKey } from '../../core/sites/site-key.js';
import { equivalentKey } from '../../core/verifier/url-ladder.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { hostSlot } from '../../platform/fetch/page-fetcher.js';
import { BrandsService } from './brands.service.js';
import type { TargetPageEntity } from './target-page.entity.js';
import type { NewTargetPage, TargetPageChange, TargetPageList, TargetPageView } from './target-pages.dto.js';
import { TargetPagesRepository } from './target-pages.repository.js';

interface BrandOfPage {
  readonly id: string;
  readonly clientId: string;
  readonly siteKey: string;
}

/** Target pages of brands: the own pages that links lead to, each requested once a day by the verifier. */
@Injectable()
export class TargetPagesService {
  constructor(
    private readonly database: Database,
    private readonly pages: TargetPagesRepository,
    private readonly brands: BrandsService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  list(scope: WorkspaceScope, brandId: string): Promise<TargetPageList> {
    return this.database.inWorkspace(scope, async () => {
      await this.brands.any(brandId);
      return { items: await this.pages.ofBrand(brandId) };
    });
  }

  /** An archived page of the same address comes back instead of a second one. Throws `target_page.exists`. */
  create(scope: WorkspaceScope, brandId: string, wish: NewTargetPage): Promise<TargetPageView> {
    return this.database.inWorkspace(scope, async () => {
      const brand = await this.brands.forNew(brandId);
      const { url, urlKey } = addressOf(wish.url);
      const known = await this.pages.byKey(brandId, urlKey);
      if (known?.archivedAt === null) throw new AppError('target_page.exists', { id: known.id });
      const label = wish.label?.trim() ?? '';
      const id = known === null ? await this.insert(brand, url, label) : await this.restore(known.id, label);
      if (id === null) throw new AppError('target_page.exists', {});
      await this.record('target_page.added', { id, brandId, clientId: brand.clientId });
      return this.view(id);
    });
  }

  change(scope: WorkspaceScope, id: string, wish: TargetPageChange): Promise<TargetPageView> {
    return this.database.inWorkspace(scope, async () => {
      const page = await this.locked(id);
      if (wish.label !== undefined && wish.label.trim() !== page.label) {
        await this.pages.update(id, { label: wish.label.trim() });
        await this.record('target_page.changed', page, { fields: ['label'] });
      }
      return this.view(id);
    });
  }

  archive(scope: WorkspaceScope, id: string): Promise<TargetPageView> {
    return this.database.inWorkspace(scope, async () => {
      const page = await this.locked(id);
      if (page.archivedAt === null) {
        await this.pages.update(id, { archivedAt: this.clock.now(), nextCheckAt: null });
        await this.record('target_page.archived', page);
      }
      return this.view(id);
    });
  }

  /**
   * The target page a placement's target stands for, within the open transaction: the brand's page of that address, made when the
   * target is on the brand's own site and new. null when the page is of another site, or was archived.
   */
  async forTarget(brand: BrandOfPage, targetUrl: string): Promise<string | null> {
    const { url, urlKey } = addressOf(targetUrl);
    const known = await this.pages.byKey(brand.id, urlKey);
    if (known !== null) return known.archivedAt === null ? known.id : null;
    if (siteKey(url) !== brand.siteKey) return null;
    const id = await this.insert(brand, url, '');
    return id ?? (await this.pages.byKey(brand.id, urlKey))?.id ?? null;
  }

  /**
   * Finds or makes a page of a brand within the open transaction. null when the page is of another site; a page that was archived stays so
   * and is not new.
   */
  async bring(
    brand: BrandOfPage,
    address: string,
    label: string,
  ): Promise<{ id: string; isNew: boolean } | null> {
    const { url, urlKey } = addressOf(address);
    const known = await this.pages.byKey(brand.id, urlKey);
    if (known !== null) return { id: known.id, isNew: false };
    if (siteKey(url) !== brand.siteKey) return null;
    const id = await this.insert(brand, url, label.trim().slice(0, 200));
    return id === null ? this.bring(brand, address, label) : { id, isNew: true };
  }

  /** Ids of all pages of these brands, within the open transaction. */
  idsOf(brandIds: readonly string[]): Promise<readonly string[]> {
    return this.pages.idsOf(brandIds);
  }

  /** Deletes pages an import made that nothing leads to and nobody worked with, within the open transaction. */
  withdraw(ids: readonly string[]): Promise<void> {
    return this.pages.deleteUnused(ids);
  }

  private async insert(brand: BrandOfPage, url: string, label: string): Promise<string | null> {
    const id = newId();
    const createdAt = this.clock.now();
    const { urlKey } = addressOf(url);
    const row = {
      id,
      brandId: brand.id,
      clientId: brand.clientId,
      url,
      urlKey,
      label,
      hostSlot: hostSlot(new URL(url)),
      createdAt,
    };
    return (await this.pages.insertIfNew(row)) ? id : null;
  }

  private async restore(id: string, label: string): Promise<string> {
    await this.pages.update(id, {
      archivedAt: null,
      nextCheckAt: this.clock.now(),
      ...(label === '' ? {} : { label }),
    });
    return id;
  }

  private async locked(id: string): Promise<TargetPageEntity> {
    const page = await this.pages.lock(id);
    if (page === null) throw new AppError('target_page.not_found', { id });
    return page;
  }

  private async view(id: string): Promise<TargetPageView> {
    const page = await this.pages.view(id);
    if (page === null) throw new AppError('target_page.not_found', { id });
    return page;
  }

  private record(
    kind: EventKind,
    page: { id: string; brandId: string; clientId: string },
    params: { fields?: string[] } = {},
  ): Promise<unknown> {
    const subjects: Subject[] = [
      { kind: 'target_page', id: page.id },
      { kind: 'brand', id: page.brandId },
      { kind: 'client', id: page.clientId },
    ];
    return this.events.record({ kind, clientId: page.clientId, subjects, params });
  }
}

/** The address and its key; the body's check has already refused what is no address. */
function addressOf(typed: string): { url: string; urlKey: string } {
  const address = readAddress(typed);
  const urlKey = address.ok ? equivalentKey(address.url) : null;
  if (!address.ok || urlKey === null) throw new AppError('request.malformed', { reason: 'address' });
  return { url: address.url, urlKey };
}
