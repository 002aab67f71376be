import { Injectable } from '@nestjs/common';
import { readPastedAddresses } from '../../core/prospects/pasted-addresses.js';
import { displayHost } from '../../core/sites/site-key.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { AppError } from '../../platform/errors/app-error.js';
import { Events } from '../../platform/events/events.js';
import { cursorText, cursorTime, readCursor, UUID_FORM, writeCursor } from '../../platform/http/cursor.js';
import { type ListQuery, pageOf, totalOf } from '../../platform/http/list.dto.js';
import { type Principal, scopeOf } from '../../platform/http/principal.js';
import { RequestInvalid } from '../../platform/http/validation.js';
import { ClientsService } from '../clients/clients.service.js';
import { SitesService } from '../sites/sites.service.js';
import type { AddedExclusions, ExclusionFault, ExclusionList, NewExclusions } from './exclusions.dto.js';
import { ExclusionsRepository } from './exclusions.repository.js';
import { ProspectsRepository } from './prospects.repository.js';

/** Sites a client wants no link from: competitors, and what it does not want to be seen with. */
@Injectable()
export class ExclusionsService {
  constructor(
    private readonly database: Database,
    private readonly exclusions: ExclusionsRepository,
    private readonly prospects: ProspectsRepository,
    private readonly clients: ClientsService,
    private readonly sites: SitesService,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `client.not_found`. */
  list(scope: WorkspaceScope, clientId: string, asked: ListQuery): Promise<ExclusionList> {
    const after = placeOf(asked.cursor);
    return this.database.inWorkspace(scope, async () => {
      await this.clients.get(scope, clientId);
      const rows = await this.exclusions.page(clientId, after, asked.limit);
      const { shown, nextCursor } = pageOf(rows, asked.limit, (last) =>
        writeCursor('exclusions', [last.sortKey, last.id]),
      );
      const items = shown.map(({ sortKey: _, ...row }) => ({
        ...row,
        displayHost: displayHost(row.siteKey),
      }));
      return { items, nextCursor, ...totalOf(await this.exclusions.count(clientId)) };
    });
  }

  /** Throws `client.not_found`, `site.not_found`, or `request.invalid` unless exactly one way to name sites is used. */
  add(who: Principal, clientId: string, wish: NewExclusions): Promise<AddedExclusions> {
    const scope = scopeOf(who);
    return this.database.inWorkspace(scope, async () => {
      await this.clients.get(scope, clientId);
      const { siteIds, errors } = await this.named(wish);
      const ground = { clientId, reason: wish.reason, note: wish.note?.trim() ?? '' };
      const fresh = await this.exclusions.insert(siteIds, ground, this.clock.now());
      await this.events.recordMany(
        fresh.map((siteId) => ({
          kind: 'exclusion.added',
          clientId,
          subjects: subjectsOf(clientId, siteId),
          params: { reason: wish.reason },
        })),
      );
      return { added: fresh.length, known: siteIds.length - fresh.length, errors };
    });
  }

  /** Throws `client.not_found`, `exclusion.not_found`. */
  remove(scope: WorkspaceScope, clientId: string, id: string): Promise<void> {
    return this.database.inWorkspace(scope, async () => {
      await this.clients.get(scope, clientId);
      const siteId = await this.exclusions.remove(clientId, id);
      if (siteId === null) throw new AppError('exclusion.not_found', { id });
      await this.events.record({
        kind: 'exclusion.removed',
        clientId,
        subjects: subjectsOf(clientId, siteId),
      });
    });
  }

  private async named(wish: NewExclusions): Promise<{ siteIds: string[]; errors: ExclusionFault[] }> {
    const ways = [wish.siteId, wish.siteAddress, wish.addresses].filter((way) => way !== undefined);
    if (ways.length !== 1) throw needed('name a site, an address or a list of addresses');
    if (wish.siteId !== undefined) return { siteIds: [await this.existing(wish.siteId)], errors: [] };
    const lines = wish.addresses ?? [wish.siteAddress ?? ''];
    const { addresses, faults } = readPastedAddresses(lines);
    const sites = await this.sites.forAddresses(addresses);
    const errors = faults.map((fault) => ({ ...fault, code: 'not_an_address' as const }));
    return { siteIds: [...new Set(sites.values())], errors };
  }

  private async existing(siteId: string): Promise<string> {
    if ((await this.prospects.site(siteId)) === null) throw new AppError('site.not_found', { id: siteId });
    return siteId;
  }
}

function subjectsOf(clientId: string, siteId: string) {
  return [
    { kind: 'client' as const, id: clientId },
    { kind: 'site' as const, id: siteId },
  ];
}

function placeOf(cursor: string | undefined): readonly [string, string] | null {
  if (cursor === undefined) return null;
  const [at, id] = readCursor(cursor, 'exclusions', 2);
  return [cursorTime(at), cursorText(id, UUID_FORM)];
}

function needed(message: string): RequestInvalid {
  return new RequestInvalid([
    { field: 'siteAddress', code: 'needed', message: `siteAddress: ${message}`, params: {} },
  ]);
}
