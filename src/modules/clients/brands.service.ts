import { Injectable } from '@nestjs/common';
import { readAddress } from '../../core/clients/address.js';
import { foldAliases } from '../../core/clients/aliases.js';
import type { EventKind, Subject } from '../../core/events/kinds.js';
import { siteKey } from '../../core/sites/site-key.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import type { BrandEntity } from './brand.entity.js';
import type { BrandChange, BrandView, NewBrand } from './brands.dto.js';
import { BrandsRepository } from './brands.repository.js';
import { ClientsRepository } from './clients.repository.js';

/** Brands of clients: the websites that are promoted. */
@Injectable()
export class BrandsService {
  constructor(
    private readonly database: Database,
    private readonly brands: BrandsRepository,
    private readonly clients: ClientsRepository,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  create(scope: WorkspaceScope, clientId: string, wish: NewBrand): Promise<BrandView> {
    return this.database.inWorkspace(scope, async () => {
      const client = await this.clients.lock(clientId);
      if (client === null) throw new AppError('client.not_found', { id: clientId });
      if (client.archivedAt !== null) throw new AppError('client.archived', { id: clientId });
      const id = newId();
      const name = wish.name.trim();
      const aliases = [...foldAliases(wish.aliases ?? [], name)];
      const createdAt = this.clock.now();
      await this.brands.insert({
        id,
        clientId,
        name,
        description: wish.description?.trim() ?? '',
        aliases,
        ...homeOf(wish.homeUrl),
        createdAt,
        archivedAt: null,
      });
      await this.record('brand.added', id, clientId);
      return this.view(id);
    });
  }

  change(scope: WorkspaceScope, id: string, wish: BrandChange): Promise<BrandView> {
    return this.database.inWorkspace(scope, async () => {
      const brand = await this.locked(id);
      const change = changeOf(brand, wish);
      if (Object.keys(change).length > 0) {
        await this.brands.update(id, change);
        await this.record('brand.changed', id, brand.clientId, { fields: Object.keys(change) });
      }
      return this.view(id);
    });
  }

  archive(scope: WorkspaceScope, id: string): Promise<BrandView> {
    return this.setArchived(scope, id, this.clock.now());
  }

  /** Throws `brand.name_taken` when its name was given to another brand of the client meanwhile. */
  restore(scope: WorkspaceScope, id: string): Promise<BrandView> {
    return this.setArchived(scope, id, null);
  }

  /**
   * The brand a new placement or target page belongs to, within the open transaction. Throws `brand.not_found`, and
   * `brand.archived` or `client.archived` because nothing new belongs to what is archived.
   */
  async forNew(id: string): Promise<{ id: string; clientId: string; siteKey: string }> {
    const brand = await this.brands.find(id);
    if (brand === null) throw new AppError('brand.not_found', { id });
    if (brand.archivedAt !== null) throw new AppError('brand.archived', { id });
    const client = await this.clients.find(brand.clientId);
    if (client === null || client.archivedAt !== null)
      throw new AppError('client.archived', { id: brand.clientId });
    return { id, clientId: brand.clientId, siteKey: brand.siteKey };
  }

  /** The brand, archived or not, within the open transaction. Throws `brand.not_found`. */
  async any(id: string): Promise<{ id: string; clientId: string; siteKey: string }> {
    const brand = await this.brands.find(id);
    if (brand === null) throw new AppError('brand.not_found', { id });
    return { id, clientId: brand.clientId, siteKey: brand.siteKey };
  }

  private setArchived(scope: WorkspaceScope, id: string, archivedAt: Date | null): Promise<BrandView> {
    return this.database.inWorkspace(scope, async () => {
      const brand = await this.locked(id);
      if ((brand.archivedAt === null) !== (archivedAt === null)) {
        await this.brands.update(id, { name: brand.name, archivedAt });
        await this.record(archivedAt === null ? 'brand.restored' : 'brand.archived', id, brand.clientId);
      }
      return this.view(id);
    });
  }

  private async locked(id: string): Promise<BrandEntity> {
    const brand = await this.brands.lock(id);
    if (brand === null) throw new AppError('brand.not_found', { id });
    return brand;
  }

  private async view(id: string): Promise<BrandView> {
    const brand = await this.brands.view(id);
    if (brand === null) throw new AppError('brand.not_found', { id });
    return brand;
  }

  private record(
    kind: EventKind,
    id: string,
    clientId: string,
    params: { fields?: string[] } = {},
  ): Promise<unknown> {
    const subjects: Subject[] = [
      { kind: 'brand', id },
      { kind: 'client', id: clientId },
    ];
    return this.events.record({ kind, clientId, subjects, params });
  }
}

function changeOf(brand: BrandEntity, wish: BrandChange) {
  const name = wish.name?.trim() ?? brand.name;
  return {
    ...(wish.name === undefined ? {} : { name }),
    ...(wish.homeUrl === undefined ? {} : homeOf(wish.homeUrl)),
    ...(wish.description === undefined ? {} : { description: wish.description.trim() }),
    ...(wish.aliases === undefined ? {} : { aliases: [...foldAliases(wish.aliases, name)] }),
  };
}

/** The home page with the key of the site it stands on; the body's check has already refused what is no address. */
function homeOf(typed: string): { homeUrl: string; siteKey: string } {
  const address = readAddress(typed);
  const key = address.ok ? siteKey(address.url) : null;
  if (!address.ok || key === null) throw new AppError('request.malformed', { reason: 'home_url' });
  return { homeUrl: address.url, siteKey: key };
}
