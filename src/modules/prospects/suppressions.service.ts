import { Injectable } from '@nestjs/common';
import { readMailAddress } from '../../core/contacts/mail-address.js';
import type { Subject } from '../../core/events/kinds.js';
import { displayHost } from '../../core/sites/site-key.js';
import { Clock } from '../../platform/clock/clock.js';
import { sha256 } from '../../platform/crypto/secrets.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { cursorText, cursorTime, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { pageOf, totalOf } from '../../platform/http/list.dto.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { RequestInvalid } from '../../platform/http/validation.js';
import { SitesService } from '../sites/sites.service.js';
import type {
  NewSuppression,
  SuppressionList,
  SuppressionsQuery,
  SuppressionView,
} from './exclusions.dto.js';
import { ProspectsRepository } from './prospects.repository.js';
import {
  type FreshSuppression,
  type SuppressionRow,
  SuppressionsRepository,
} from './suppressions.repository.js';

/** The do-not-contact list: sites and addresses nobody of the team may approach. */
@Injectable()
export class SuppressionsService {
  constructor(
    private readonly database: Database,
    private readonly suppressions: SuppressionsRepository,
    private readonly prospects: ProspectsRepository,
    private readonly sites: SitesService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  list(scope: WorkspaceScope, asked: SuppressionsQuery): Promise<SuppressionList> {
    const after = placeOf(asked.cursor);
    return this.database.inWorkspace(scope, async () => {
      const rows = await this.suppressions.page(asked, after);
      const { shown, nextCursor } = pageOf(rows, asked.limit, (last) =>
        writeCursor('suppressions', [last.sortKey, last.id]),
      );
      const total = await this.suppressions.count(asked);
      return { items: shown.map(viewOf), nextCursor, ...totalOf(total) };
    });
  }

  /** Throws `suppression.exists`, `site.not_found`, or `request.invalid` unless exactly one thing is named. */
  add(who: Principal, wish: NewSuppression): Promise<SuppressionView> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const named = await this.named(wish);
      const row = { ...named, reason: wish.reason, note: wish.note?.trim() ?? '' };
      const id = await this.suppressions.insert(row, this.clock.now());
      if (id === null) throw new AppError('suppression.exists');
      const subjects = await this.subjects(row.siteId);
      await this.events.record({
        kind: 'suppression.added',
        subjects: subjects.length === 0 ? [{ kind: 'workspace', id: who.workspaceId }] : subjects,
        params: { suppressionId: id, of: row.siteId === null ? 'address' : 'site', reason: wish.reason },
      });
      return this.get(id);
    });
  }

  /** Throws `suppression.not_found`. */
  lift(who: Principal, id: string): Promise<void> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const lifted = await this.suppressions.lift(id, this.clock.now());
      if (lifted === null) throw new AppError('suppression.not_found', { id });
      const subjects = await this.subjects(lifted.siteId);
      await this.events.record({
        kind: 'suppression.lifted',
        subjects: subjects.length === 0 ? [{ kind: 'workspace', id: who.workspaceId }] : subjects,
        params: { suppressionId: id, of: lifted.siteId === null ? 'address' : 'site' },
      });
    });
  }

  private async get(id: string): Promise<SuppressionView> {
    const row = await this.suppressions.one(id);
    if (row === null) throw new AppError('suppression.not_found', { id });
    return viewOf(row);
  }

  private async named(
    wish: NewSuppression,
  ): Promise<Pick<FreshSuppression, 'siteId' | 'address' | 'addressHash'>> {
    const ways = [wish.siteId, wish.siteAddress, wish.address].filter((way) => way !== undefined);
    if (ways.length !== 1) throw refusal('siteAddress', 'needed', 'name a site or an address, and not both');
    if (wish.address !== undefined) return mailOf(wish.address);
    const found =
      wish.siteId ?? (await this.sites.forAddresses([wish.siteAddress ?? ''])).get(wish.siteAddress ?? '');
    const site = found === undefined ? null : await this.prospects.site(found);
    if (site === null) throw new AppError('site.not_found', { id: wish.siteId ?? null });
    return { siteId: site.id, address: null, addressHash: null };
  }

  private async subjects(siteId: string | null): Promise<Subject[]> {
    if (siteId === null) return [];
    const prospectId = await this.prospects.ofSite(siteId);
    const site: Subject = { kind: 'site', id: siteId };
    return prospectId === null ? [site] : [site, { kind: 'prospect', id: prospectId }];
  }
}

/** An address is known by the SHA-256 of its key, so that it stays known when the person behind it is erased. */
function mailOf(typed: string): Pick<FreshSuppression, 'siteId' | 'address' | 'addressHash'> {
  const read = readMailAddress(typed);
  if (!read.ok) throw refusal('address', 'email', 'must be a mail address');
  const addressHash = sha256(read.mail.key);
  return { siteId: null, address: read.mail.key, addressHash };
}

function viewOf({ siteKey, sortKey: _, ...row }: SuppressionRow): SuppressionView {
  return { ...row, displayHost: siteKey === null ? null : displayHost(siteKey) };
}

function placeOf(cursor: string | undefined): readonly [string, string] | null {
  if (cursor === undefined) return null;
  const [at, id] = readCursor(cursor, 'suppressions', 2);
  return [cursorTime(at), cursorText(id, UUID_FORM)];
}

function refusal(field: string, code: string, message: string): RequestInvalid {
  return new RequestInvalid([{ field, code, message: `${field}: ${message}`, params: {} }]);
}
