import { Injectable, type OnModuleInit } from '@nestjs/common';
import { lacksAddress } from '../../core/campaigns/asset.js';
import { readAddress } from '../../core/clients/address.js';
import type { EventKind } from '../../core/events/kinds.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { EventParams } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { cursorText, cursorTime, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { pageOf, totalOf } from '../../platform/http/list.dto.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { RequestInvalid } from '../../platform/http/validation.js';
import { BrandsService } from '../clients/brands.service.js';
import type { AssetChange, AssetList, AssetListQuery, AssetView, NewAsset } from './assets.dto.js';
import { type AssetPlace, AssetsRepository, type AssetWrite } from './assets.repository.js';

/** What the brands have that others like to link to: a register, picked from where a pitch is made (D35). */
@Injectable()
export class AssetsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly assets: AssetsRepository,
    private readonly brands: BrandsService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.inTransaction('member.left', async ({ params }) => {
      const to = typeof params['handOverTo'] === 'string' ? params['handOverTo'] : null;
      await this.assets.handOver(String(params['memberId']), to, this.clock.now());
    });
  }

  list(who: Principal, asked: AssetListQuery): Promise<AssetList> {
    const after = placeOf(asked.cursor);
    return this.database.inWorkspace(scopeOf(who), async () => {
      const rows = await this.assets.page(asked, after);
      const isWhole = after === null && rows.length <= asked.limit;
      const { shown, nextCursor } = pageOf(rows, asked.limit, (last) =>
        writeCursor('assets', [last.sortKey, last.id]),
      );
      const total = isWhole ? rows.length : await this.assets.count(asked);
      return { items: shown.map(({ sortKey: _, ...row }) => row), nextCursor, ...totalOf(total) };
    });
  }

  /** Throws `asset.not_found`. */
  get(who: Principal, id: string): Promise<AssetView> {
    return this.database.inWorkspace(scopeOf(who), () => this.view(id));
  }

  /** Throws `brand.not_found`, `brand.archived`, `asset.address_needed`, or `request.invalid` with the field. */
  add(who: Principal, wish: NewAsset): Promise<AssetView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const brand = await this.brands.forNew(wish.brandId);
      const columns = columnsOf(wish);
      await this.check(wish, brand.id);
      refuseNowhere({ status: 'planned', url: null, targetPageId: null, ...wish });
      const id = await this.assets.insert(
        { clientId: brand.clientId, brandId: brand.id },
        columns,
        this.clock.now(),
      );
      return this.told('asset.added', id);
    });
  }

  /** Throws `asset.not_found`, `asset.archived`, `asset.changed_meanwhile`, `asset.address_needed`, or `request.invalid` with the field. */
  change(who: Principal, id: string, { revision, ...wish }: AssetChange): Promise<AssetView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const row = await this.current(id);
      if (row.archivedAt !== null) throw new AppError('asset.archived', { id });
      if (row.revision !== revision)
        throw new AppError('asset.changed_meanwhile', { revision: row.revision });
      await this.check(wish, row.brandId);
      refuseNowhere({ ...row, ...said(wish) });
      const before = columnsOf(row);
      const changed = Object.entries(columnsOf(wish)).filter(([name, value]) => !isSame(before[name], value));
      if (changed.length === 0) return row;
      await this.assets.write(id, Object.fromEntries(changed), this.clock.now());
      return this.told('asset.changed', id, { fields: changed.map(([name]) => name) });
    });
  }

  archive(who: Principal, id: string): Promise<AssetView> {
    return this.setArchived(who, id, this.clock.now());
  }

  restore(who: Principal, id: string): Promise<AssetView> {
    return this.setArchived(who, id, null);
  }

  private setArchived(who: Principal, id: string, archivedAt: Date | null): Promise<AssetView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const row = await this.current(id);
      if ((row.archivedAt === null) === (archivedAt === null)) return row;
      await this.assets.write(id, { archived_at: archivedAt }, this.clock.now());
      return this.told(archivedAt === null ? 'asset.restored' : 'asset.archived', id);
    });
  }

  private async current(id: string): Promise<AssetView> {
    const row = await this.assets.lock(id);
    if (row === null) throw new AppError('asset.not_found', { id });
    return row;
  }

  private async check(
    { targetPageId, ownerMemberId }: Pick<NewAsset, 'targetPageId' | 'ownerMemberId'>,
    brandId: string,
  ): Promise<void> {
    const isPageGiven = targetPageId !== undefined && targetPageId !== null;
    if (isPageGiven && (await this.assets.brandOfPage(targetPageId)) !== brandId)
      throw refusal('targetPageId', 'not_found', 'must be a target page of the brand');
    const isOwnerGiven = ownerMemberId !== undefined && ownerMemberId !== null;
    if (isOwnerGiven && !(await this.assets.isMember(ownerMemberId)))
      throw refusal('ownerMemberId', 'unknown_member', 'must be a member of the team');
  }

  private async told(kind: EventKind, id: string, params: EventParams = {}): Promise<AssetView> {
    const { clientId, brandId, type, ...view } = await this.view(id);
    const subjects = [
      { kind: 'asset', id },
      { kind: 'brand', id: brandId },
      { kind: 'client', id: clientId },
    ] as const;
    await this.events.record({ kind, clientId, subjects, params: { asset: type, ...params } });
    return { ...view, clientId, brandId, type };
  }

  private async view(id: string): Promise<AssetView> {
    const row = await this.assets.one(id);
    if (row === null) throw new AppError('asset.not_found', { id });
    return row;
  }
}

const COLUMNS = {
  type: 'type',
  title: 'title',
  url: 'url',
  targetPageId: 'target_page_id',
  status: 'status',
  topics: 'topics',
  description: 'description',
  ownerMemberId: 'owner_member_id',
  readyOn: 'ready_on',
} as const;

type Said = { readonly [Name in keyof typeof COLUMNS]?: unknown };

/** What a wish says, as it is kept. */
function columnsOf(wish: Said): AssetWrite {
  const entries = Object.entries(COLUMNS).flatMap(([name, column]) => {
    const value = wish[name as keyof typeof COLUMNS];
    return value === undefined ? [] : [[column, kept(column, value)] as const];
  });
  return Object.fromEntries(entries);
}

function kept(column: string, value: unknown): unknown {
  if (column === 'url' && typeof value === 'string') {
    const read = readAddress(value);
    return read.ok ? read.url : null;
  }
  if (column === 'title') return String(value).trim();
  if (column === 'topics')
    return [...new Set((value as string[]).map((topic) => topic.trim().replace(/\s+/g, ' ')))];
  return value;
}

function said<Wish extends object>(wish: Wish): Partial<Wish> {
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined)) as Partial<Wish>;
}

function isSame(was: unknown, is: unknown): boolean {
  return JSON.stringify(was ?? null) === JSON.stringify(is ?? null);
}

function refuseNowhere(asset: Parameters<typeof lacksAddress>[0]): void {
  if (lacksAddress(asset)) throw new AppError('asset.address_needed', {});
}

function placeOf(cursor: string | undefined): AssetPlace | null {
  if (cursor === undefined) return null;
  const [at, id] = readCursor(cursor, 'assets', 2);
  return [cursorTime(at), cursorText(id, UUID_FORM)];
}

function refusal(field: string, code: string, message: string): RequestInvalid {
  return new RequestInvalid([{ field, code, message: `${field} ${message}`, params: {} }]);
}
