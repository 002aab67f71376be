import { Injectable } from '@nestjs/common';
import type { LiveLinks, ShownSuppression } from './conflict.dto.js';
import type { ShownExclusion } from './prospect-row.dto.js';
import { ConflictQuery, type Holder } from './prospects-conflict.query.js';
import { TouchesRepository, type TouchRow } from './touches.repository.js';

/** What is known of a site that an approach of it may run into. */
export interface ConflictGround {
  readonly holder: Omit<Holder, 'siteId'>;
  /** Newest first. */
  readonly touches: readonly TouchRow[];
  readonly liveLinks: readonly LiveLinks[];
  readonly exclusions: readonly ShownExclusion[];
  readonly suppression: ShownSuppression | null;
}

const NOBODY: ConflictGround['holder'] = {
  ownerMemberId: null,
  ownerName: null,
  lockUntil: null,
  stage: 'unknown',
};

/** Gathers what the conflict guard judges by, in the open transaction: as many statements for a hundred sites as for one. */
@Injectable()
export class ConflictGrounds {
  constructor(
    private readonly touches: TouchesRepository,
    private readonly query: ConflictQuery,
  ) {}

  /** Of each of these sites, as somebody sees it who acts for this client; touches since a moment, so many at most. */
  async of(
    siteIds: readonly string[],
    { since, atMost, clientId }: { since: Date; atMost: number; clientId: string | null },
  ): Promise<(siteId: string) => ConflictGround> {
    const holders = bySite(await this.query.holders(siteIds));
    const touches = grouped(await this.touches.since(siteIds, since, atMost));
    const liveLinks = bySite(await this.query.liveLinks(siteIds));
    const exclusions = bySite(await this.query.exclusions(siteIds));
    const suppressions = bySite(await this.query.suppressions(siteIds, clientId));
    return (siteId) => ({
      holder: holders.get(siteId)?.[0] ?? NOBODY,
      touches: touches.get(siteId) ?? [],
      liveLinks: liveLinks.get(siteId) ?? [],
      exclusions: exclusions.get(siteId) ?? [],
      suppression: suppressions.get(siteId)?.[0] ?? null,
    });
  }
}

/** Rows by their site, without its id. */
function bySite<Row extends { readonly siteId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, Omit<Row, 'siteId'>[]> {
  const groups = [...grouped(rows)];
  return new Map(groups.map(([id, group]) => [id, group.map(({ siteId: _, ...row }) => row)]));
}

function grouped<Row extends { readonly siteId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.siteId);
    if (group === undefined) groups.set(row.siteId, [row]);
    else group.push(row);
  }
  return groups;
}
