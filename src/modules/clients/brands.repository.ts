import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { isUniqueViolation } from '../../platform/database/violations.js';
import { AppError } from '../../platform/errors/app-error.js';
import { BrandEntity } from './brand.entity.js';
import type { BrandView } from './brands.dto.js';

type BrandColumns = Pick<
  BrandEntity,
  'name' | 'homeUrl' | 'siteKey' | 'aliases' | 'description' | 'archivedAt'
>;

/** Rows of brands in the open transaction. */
@Injectable()
export class BrandsRepository {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<BrandEntity | null> {
    return this.table().findOneBy({ id });
  }

  lock(id: string): Promise<BrandEntity | null> {
    return this.table().findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Throws `brand.name_taken` when another brand of the client that is not archived has the name. */
  async insert(brand: Omit<BrandEntity, 'workspaceId'>): Promise<void> {
    const { workspaceId } = this.database.scope();
    await this.named(brand.name, () => this.table().insert({ ...brand, workspaceId }));
  }

  /** Throws `brand.name_taken` like `insert`. */
  async update(id: string, change: Partial<BrandColumns>): Promise<void> {
    await this.named(change.name ?? '', () => this.table().update({ id }, change));
  }

  /** The brand as its client's page shows it, or null. */
  async view(id: string): Promise<BrandView | null> {
    const rows = await this.database.manager().query<BrandView[]>(
      `select b.id, b.client_id as "clientId", b.name, b.home_url as "homeUrl", b.description, b.aliases, b.site_key as "siteKey",
         b.created_at as "createdAt", b.archived_at as "archivedAt",
         (select count(*) from target_pages t where t.brand_id = b.id and t.archived_at is null)::int as "targetPageCount"
       from brands b where b.id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  private async named(name: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      throw isUniqueViolation(error, 'brands_name') ? new AppError('brand.name_taken', { name }) : error;
    }
  }

  private table() {
    return this.database.manager().getRepository(BrandEntity);
  }
}
