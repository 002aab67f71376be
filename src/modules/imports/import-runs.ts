import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { TeamService } from '../access/team.service.js';
import { ClientsService } from '../clients/clients.service.js';
import type { ImportEntity } from './import.entity.js';
import type { ImportRun } from './import-run.js';
import { SeenKeys } from './seen-keys.js';

/** Loads what the rows of an import are read against. */
@Injectable()
export class ImportRuns {
  constructor(
    private readonly database: Database,
    private readonly clients: ClientsService,
    private readonly team: TeamService,
  ) {}

  async begin(scope: WorkspaceScope, row: ImportEntity, isRehearsal: boolean): Promise<ImportRun> {
    const { items } = await this.clients.list(scope, false);
    const brands = items.flatMap((client) =>
      client.brands
        .filter((brand) => brand.archivedAt === null)
        .map((brand) => ({ ...brand, clientId: client.id })),
    );
    const team = await this.database.inWorkspace(scope, () => this.team.team());
    const observedAt =
      row.options.observedOn === null ? row.createdAt : new Date(`${row.options.observedOn}T00:00:00Z`);
    return {
      row: { ...row },
      scope,
      isRehearsal,
      observedAt,
      brands,
      team,
      seen: new SeenKeys(),
      newSites: new SeenKeys(),
    };
  }
}

/** Site keys of the client's own brands: links from there to there are no links of others (D216). */
export function ownSiteKeys({ row, brands }: ImportRun): ReadonlySet<string> {
  const own = brands.filter((brand) => row.clientId === null || brand.clientId === row.clientId);
  return new Set(own.map((brand) => brand.siteKey));
}
