import { Injectable } from '@nestjs/common';
import { may } from '../../core/access/roles.js';
import { readMailAddress } from '../../core/contacts/mail-address.js';
import { isFreeMailDomain } from '../../core/courtesy/free-mail.js';
import { isOwnWish } from '../../core/courtesy/suppression.js';
import { displayHost, siteKey } from '../../core/sites/site-key.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { cursorText, cursorTime, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { pageOf, totalOf } from '../../platform/http/list.dto.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { RequestInvalid } from '../../platform/http/validation.js';
import { ClientsService } from '../clients/clients.service.js';
import { SuppressionsService, type SuppressionWish } from '../contacts/suppressions.service.js';
import { SitesService } from '../sites/sites.service.js';
import { DoNotContactQuery, type SuppressionRow } from './do-not-contact.query.js';
import type {
  NewSuppression,
  SuppressionList,
  SuppressionsQuery,
  SuppressionView,
} from './suppressions.dto.js';

type Named = Pick<SuppressionWish, 'siteId' | 'addressKey'>;

/** The do-not-contact list as people work with it: sites and addresses nobody of the team may approach. */
@Injectable()
export class DoNotContact {
  constructor(
    private readonly database: Database,
    private readonly query: DoNotContactQuery,
    private readonly suppressions: SuppressionsService,
    private readonly sites: SitesService,
    private readonly clients: ClientsService,
  ) {}

  list(scope: WorkspaceScope, asked: SuppressionsQuery): Promise<SuppressionList> {
    const after = placeOf(asked.cursor);
    return this.database.inWorkspace(scope, async () => {
      const rows = await this.query.page(asked, after);
      const { shown, nextCursor } = pageOf(rows, asked.limit, (last) =>
        writeCursor('suppressions', [last.sortKey, last.id]),
      );
      const total = await this.query.count(asked);
      return { items: shown.map(viewOf), nextCursor, ...totalOf(total) };
    });
  }

  /** Throws `suppression.exists`, `suppression.free_mail`, `client.not_found`, `site.not_found`, or `request.invalid` unless exactly one thing is named. */
  add(who: Principal, wish: NewSuppression): Promise<SuppressionView> {
    const scope = scopeOf(who);
    return this.database.inWorkspace(scope, async () => {
      const clientId = await this.clientFor(who, wish.clientId);
      const named = await this.named(scope, wish);
      const [fresh] = await this.suppressions.keep([
        {
          ...named,
          clientId,
          reason: wish.reason,
          source: 'by_hand',
          evidence: wish.evidence?.trim() ?? '',
          note: wish.note?.trim() ?? '',
        },
      ]);
      if (fresh === undefined) throw new AppError('suppression.exists');
      return this.get(fresh.id);
    });
  }

  /** Throws `suppression.not_found`, and `suppression.lift_needs_manager` for what a person asked for themselves. */
  lift(who: Principal, id: string, reason: string): Promise<void> {
    return this.database.inWorkspace(scopeOf(who), async () => {
      const entry = await this.suppressions.locked(id);
      if (isOwnWish(entry) && !may(who.role, 'manage', who.tokenScope))
        throw new AppError('suppression.lift_needs_manager');
      await this.suppressions.lift(id, reason.trim());
    });
  }

  /** The client an entry is to hold for. Throws `client.not_found`; a member limited to clients names one of theirs. */
  async clientFor(who: Principal, clientId: string | undefined): Promise<string | null> {
    if (clientId === undefined) return null;
    return (await this.clients.get(scopeOf(who), clientId)).id;
  }

  private async get(id: string): Promise<SuppressionView> {
    const row = await this.query.one(id);
    if (row === null) throw new AppError('suppression.not_found', { id });
    return viewOf(row);
  }

  private async named(scope: WorkspaceScope, wish: NewSuppression): Promise<Named> {
    const ways = [wish.siteId, wish.siteAddress, wish.address].filter((way) => way !== undefined);
    if (ways.length !== 1) throw refusal('siteAddress', 'needed', 'name a site or an address, and not both');
    if (wish.address !== undefined) return { addressKey: keyOf(wish.address) };
    if (wish.siteId !== undefined) return { siteId: (await this.sites.get(scope, wish.siteId)).id };
    return { siteId: await this.siteOf(wish.siteAddress ?? '') };
  }

  private async siteOf(address: string): Promise<string> {
    const key = siteKey(address);
    if (key !== null && isFreeMailDomain(key)) throw new AppError('suppression.free_mail', { domain: key });
    const siteId = (await this.sites.forAddresses([address])).get(address);
    if (siteId === undefined) throw new AppError('site.not_found', { id: null });
    return siteId;
  }
}

function keyOf(typed: string): string {
  const read = readMailAddress(typed);
  if (!read.ok) throw refusal('address', 'email', 'must be a mail address');
  return read.mail.key;
}

function viewOf({ siteKey: key, sortKey: _, ...row }: SuppressionRow): SuppressionView {
  return { ...row, displayHost: key === null ? null : displayHost(key), liftNeedsManager: isOwnWish(row) };
}

function placeOf(cursor: string | undefined): readonly [string, string] | null {
  if (cursor === undefined) return null;
  const [at, id] = readCursor(cursor, 'suppressions', 2);
  return [cursorTime(at), cursorText(id, UUID_FORM)];
}

function refusal(field: string, code: string, message: string): RequestInvalid {
  return new RequestInvalid([{ field, code, message: `${field}: ${message}`, params: {} }]);
}
