import { Injectable } from '@nestjs/common';
import { may } from '../../core/access/roles.js';
import { mayTakeOver, type ProspectLock } from '../../core/prospects/lock.js';
import { prospectSearchText, tagKey } from '../../core/prospects/prospect-facts.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import type { Principal } from '../../platform/http/principal.js';
import { CustomValuesService } from './custom-values.service.js';
import type { ProspectChange } from './prospect.dto.js';
import { refuseStranger } from './prospect-adding.js';
import { prospectEvent } from './prospect-events.js';
import { type HeldProspect, ProspectsRepository, type ProspectWrite } from './prospects.repository.js';
import type { TagKind } from './tags.dto.js';
import { TagsRepository } from './tags.repository.js';

/** Changes what was written down about a prospect, in the open transaction. */
@Injectable()
export class ProspectEditing {
  constructor(
    private readonly prospects: ProspectsRepository,
    private readonly tags: TagsRepository,
    private readonly values: CustomValuesService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Writes what the wish changes; one that changes nothing leaves the revision alone. */
  async change(who: Principal, id: string, wish: ProspectChange): Promise<void> {
    const row = await this.current(id, wish.revision);
    const columns = { ...plainColumns(row, wish), ...(await this.owner(who, row, wish.ownerMemberId)) };
    const fields = [
      ...Object.keys(columns).filter((name) => name !== 'search_text' && name !== 'lock_until'),
      ...(await this.label(row.id, 'tag', wish.tags)),
      ...(await this.label(row.id, 'topic', wish.topics)),
      ...(await this.custom(row.id, wish.custom)),
    ];
    if (fields.length === 0) return;
    await this.write(row, columns);
    await this.events.record(prospectEvent('prospect.changed', row, { fields }));
  }

  /** The prospect with its row locked. */
  held(id: string): Promise<HeldProspect | null> {
    return this.prospects.lock(id);
  }

  /** The prospect with its row locked. Throws `prospect.not_found`, `prospect.archived`, or `prospect.changed_meanwhile`. */
  async current(id: string, revision?: number): Promise<HeldProspect> {
    const row = await this.prospects.lock(id);
    if (row === null) throw new AppError('prospect.not_found', { id });
    if (row.archivedAt !== null) throw new AppError('prospect.archived', { id });
    if (revision !== undefined && row.revision !== revision)
      throw new AppError('prospect.changed_meanwhile', { revision: row.revision });
    return row;
  }

  async write(row: HeldProspect, columns: ProspectWrite): Promise<void> {
    await this.prospects.write([row.id], columns, this.clock.now());
  }

  /** Refuses with `prospect.locked` who may not take the prospect over now. */
  refuseLocked(who: Principal, row: HeldProspect): void {
    const actor = { memberId: who.memberId, isManager: may(who.role, 'manage', who.tokenScope) };
    if (!mayTakeOver(lockOf(row), actor, this.clock.now().getTime()))
      throw new AppError('prospect.locked', { ownerMemberId: row.ownerMemberId });
  }

  /** A new owner begins without a lock. */
  private async owner(
    who: Principal,
    row: HeldProspect,
    wished: string | null | undefined,
  ): Promise<ProspectWrite> {
    if (wished === undefined || wished === row.ownerMemberId) return {};
    this.refuseLocked(who, row);
    await refuseStranger(this.prospects, wished);
    return { owner_member_id: wished, lock_until: null };
  }

  /** Makes these names all the tags of a kind; answers the kind when that changed something. */
  private async label(id: string, kind: TagKind, names: readonly string[] | undefined): Promise<string[]> {
    if (names === undefined) return [];
    const ids = await this.tags.named(kind, names, { importId: null, at: this.clock.now() });
    const wanted = new Set(names.flatMap((name) => ids.get(tagKey(name)) ?? []));
    const had = await this.tags.ofProspects([id], kind);
    const gone = had.filter((pair) => !wanted.has(pair.tagId));
    await this.tags.detach(gone);
    const fresh = await this.tags.attach(
      [...wanted].map((tagId) => ({ prospectId: id, tagId })),
      null,
    );
    return gone.length + fresh.length > 0 ? [`${kind}s`] : [];
  }

  private async custom(id: string, wished: Readonly<Record<string, unknown>> | undefined): Promise<string[]> {
    if (wished === undefined || Object.keys(wished).length === 0) return [];
    await this.values.write('prospect', id, { at: 'custom', wished });
    return ['custom'];
  }
}

/** Whose the prospect is, and until when it is held. */
export function lockOf(row: HeldProspect): ProspectLock {
  return { ownerMemberId: row.ownerMemberId, until: row.lockUntil?.getTime() ?? null };
}

function plainColumns(row: HeldProspect, wish: ProspectChange): ProspectWrite {
  const changed: Record<string, unknown> = {};
  for (const name of ['status', 'language', 'country', 'notes'] as const) {
    if (wish[name] !== undefined && wish[name] !== row[name]) changed[name] = wish[name];
  }
  if (typeof changed['notes'] === 'string')
    changed['search_text'] = prospectSearchText(row.siteKey, changed['notes']);
  return changed;
}
