import { Injectable } from '@nestjs/common';
import type { Origin } from '../../core/imports/origin.js';
import { readHost } from '../../core/sites/host.js';
import { displayHost, siteKey, subSiteKey } from '../../core/sites/site-key.js';
import { siteKind } from '../../core/sites/site-kind.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/id.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { readCursor, writeCursor } from '../../platform/http/cursor.js';
import { pageOf, totalOf } from '../../platform/http/list.dto.js';
import type { NewSubSite, SiteDetail, SiteList, SitesListQuery, SiteView } from './sites.dto.js';
import { type SiteRow, SitesQuery } from './sites.query.js';
import { SitesRepository } from './sites.repository.js';

/** A sub-site that was made, or brought back after it had been rejoined. */
export interface CutSite {
  readonly id: string;
  readonly parentSiteId: string;
  readonly isRevived: boolean;
}

/** Sites by what they were asked for, and the keys of those that were made just now by their ids. */
interface BroughtSites {
  readonly ids: ReadonlyMap<string, string>;
  readonly made: ReadonlyMap<string, string>;
}

/** Sites one call of `withdraw` looks at. */
const WITHDRAWN_AT_ONCE = 5000;

/** Sites of a workspace: found or made when something is placed on them; sub-sites can be declared. */
@Injectable()
export class SitesService {
  constructor(
    private readonly database: Database,
    private readonly sites: SitesRepository,
    private readonly query: SitesQuery,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  list(scope: WorkspaceScope, asked: SitesListQuery): Promise<SiteList> {
    const { from, below } = bounds(asked.search);
    const after = asked.cursor === undefined ? null : String(readCursor(asked.cursor, 'key', 1)[0]);
    return this.database.inWorkspace(scope, async () => {
      const rows = await this.query.page({ from, below, after, limit: asked.limit });
      const { shown, nextCursor } = pageOf(rows, asked.limit, (last) => writeCursor('key', [last.siteKey]));
      return { items: shown.map(viewOf), nextCursor, ...totalOf(await this.query.count(from, below)) };
    });
  }

  get(scope: WorkspaceScope, id: string): Promise<SiteDetail> {
    return this.database.inWorkspace(scope, () => this.detail(id));
  }

  /**
   * Makes a sub-domain or a path prefix a site of its own, or brings one back that was rejoined, within the open transaction: nothing can be
   * placed below until it ends. What stands there is moved by the caller. Throws `site.exists`, `site.not_below_a_site`,
   * `site.not_of_that_kind`.
   */
  async cut(wish: NewSubSite): Promise<CutSite> {
    const { key, parent } = declared(wish);
    const parentSiteId =
      (await this.madeByKey(new Set([parent]), { importId: null })).ids.get(parent) ?? null;
    if (parentSiteId === null) throw new AppError('site.not_below_a_site', { address: wish.address });
    await this.sites.holdForCutting(parentSiteId);
    const kind = siteKind(key, true);
    const known = await this.sites.byKey(key);
    if (known !== null && known.archivedAt === null) {
      throw new AppError('site.exists', { address: displayHost(key) });
    }
    const id = known?.id ?? newId();
    const making = { parentSiteId, importId: null, createdAt: this.clock.now() };
    if (known === null) await this.sites.insertNew([{ id, kind, siteKey: key }], making);
    await this.events.record({
      kind: 'site.declared',
      clientId: null,
      subjects: [
        { kind: 'site', id },
        { kind: 'site', id: parentSiteId },
      ],
      params: { siteKind: kind },
    });
    return { id, parentSiteId, isRevived: known !== null };
  }

  /** A site as its page shows it, within the open transaction. Throws `site.not_found`. */
  async detail(id: string): Promise<SiteDetail> {
    const row = await this.query.one(id);
    if (row === null) throw new AppError('site.not_found', { id });
    const family = (await this.query.family(id, row.parentSiteId)).map((site) => ({
      ...site,
      displayHost: displayHost(site.siteKey),
    }));
    return {
      ...viewOf(row),
      notes: row.notes,
      ownerChangedAt: row.ownerChangedAt,
      parent: family.find((site) => site.id === row.parentSiteId) ?? null,
      subSites: family.filter((site) => site.id !== row.parentSiteId),
    };
  }

  /**
   * The site of each address (or bare host), found or made, within the open transaction: a few statements for thousands of addresses. Until
   * it ends no sub-site can be cut from those sites. Addresses without a host are left out.
   */
  async forAddresses(
    addresses: readonly string[],
    origin: Origin = { importId: null },
  ): Promise<ReadonlyMap<string, string>> {
    return (await this.bring(addresses, origin)).ids;
  }

  /** The same, with the keys of those sites that were made just now, by their ids. */
  async bring(addresses: readonly string[], origin: Origin): Promise<BroughtSites> {
    const domains = keysOf(addresses, new Set());
    const { ids, made, found } = await this.madeByKey(new Set(domains.values()), origin);
    if (found.length === 0) return { ids: mapValues(domains, ids), made };
    await this.sites.holdForPlacing(found);
    const cut = await this.sites.declaredKeys(found);
    if (cut.length === 0) return { ids: mapValues(domains, ids), made };
    const nearest = keysOf(addresses, new Set(cut));
    return { ids: mapValues(nearest, await this.sites.idsByKey([...new Set(nearest.values())])), made };
  }

  /** Keys of the workspace's declared sub-sites, for the URL ladder, within the open transaction. */
  declaredKeys(): Promise<string[]> {
    return this.sites.declaredKeys();
  }

  /** Refuses with `site.not_found` a site that is not there or not to be seen, within the open transaction. */
  async existing(id: string): Promise<void> {
    if (!(await this.query.isVisible(id))) throw new AppError('site.not_found', { id });
  }

  /** Today in the workspace's zone, within the open transaction. */
  today(): Promise<string> {
    return this.sites.today(this.clock.now());
  }

  /**
   * Takes sites away that an import made and nothing refers to any more, some thousands at a call, within the open transaction. `nextId` is
   * what the next call starts after, null when all were looked at.
   */
  withdraw(
    importId: string,
    afterId: string | null = null,
  ): Promise<{ deleted: number; nextId: string | null }> {
    return this.sites.deleteImported(importId, { afterId, limit: WITHDRAWN_AT_ONCE });
  }

  /** Sites by key; `found` are those another transaction may know and cut: of what this one made nobody else knows yet. */
  private async madeByKey(
    keys: ReadonlySet<string>,
    origin: Origin,
  ): Promise<BroughtSites & { found: readonly string[] }> {
    const { ids, made } = await this.make(keys, origin);
    if (ids.size === keys.size) return { ids, made, found: [] };
    const known = await this.sites.idsByKey([...keys].filter((key) => !ids.has(key)));
    for (const [key, id] of known) ids.set(key, id);
    return { ids, made, found: [...new Set(known.values())] };
  }

  /** Makes the sites whose keys are not known yet, and answers those: ids by key and keys by id. */
  private async make(keys: ReadonlySet<string>, { importId }: Origin) {
    const createdAt = this.clock.now();
    const sites = Array.from(keys, (key) => ({
      id: newId(createdAt),
      kind: siteKind(key, false),
      siteKey: key,
    }));
    const inserted = await this.sites.insertNew(sites, { parentSiteId: null, importId, createdAt });
    const ids = new Map<string, string>();
    const made = new Map<string, string>();
    for (const { id, siteKey: key } of sites) {
      if (!inserted.has(id)) continue;
      ids.set(key, id);
      made.set(id, key);
    }
    return { ids, made };
  }
}

function declared(wish: NewSubSite): { key: string; parent: string } {
  const read = subSiteKey(wish.address);
  const address = wish.address.trim();
  if (!read.ok) throw new AppError('site.not_below_a_site', { address });
  if (wish.kind !== undefined && wish.kind !== siteKind(read.key, true)) {
    throw new AppError('site.not_of_that_kind', { address });
  }
  return read;
}

function keysOf(addresses: readonly string[], cut: ReadonlySet<string>): Map<string, string> {
  const keys = new Map<string, string>();
  for (const address of addresses) {
    const key = siteKey(address, cut);
    if (key !== null) keys.set(address, key);
  }
  return keys;
}

function mapValues(keys: ReadonlyMap<string, string>, ids: ReadonlyMap<string, string>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [address, key] of keys) {
    const id = ids.get(key);
    if (id !== undefined) found.set(address, id);
  }
  return found;
}

function viewOf({ notes: _, ownerChangedAt: __, ...row }: SiteRow): SiteView {
  return { ...row, displayHost: displayHost(row.siteKey) };
}

/** The range of keys that begin with what was typed; Unicode is read as ASCII when it makes a whole host. */
function bounds(search: string | undefined): { from: string | null; below: string | null } {
  const typed = (search ?? '')
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '');
  if (typed === '') return { from: null, below: null };
  const isAscii = /^[\x20-\x7e]*$/.test(typed);
  const from = isAscii ? typed : (readHost(typed)?.host ?? typed);
  return { from, below: `${from}\u{10FFFF}` };
}
