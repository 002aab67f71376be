import { Injectable } from '@nestjs/common';
import type { Sighting } from '../../core/relationships/link.js';
import { movedHere, noLongerFollowed, placementSighting } from '../../core/relationships/placement-sight.js';
import { Clock } from '../../platform/clock/clock.js';
import { LinkEvents } from './link-events.js';
import { keyHash, type LinkPlace, placeKey, type Told } from './link-facts.js';
import { LinkLedger, type Untold } from './link-ledger.js';
import { type KnownLink, LinksRepository } from './links.repository.js';
import { type BrandEnds, OwnSites } from './own-sites.js';
import { PlacementLinksRepository, type PlacementRow } from './placement-links.repository.js';
import { RelationshipRows } from './relationship-rows.repository.js';

/** What the log must learn and unlearn of placements. */
interface News {
  readonly told: Told[];
  readonly untold: Untold[];
}

/** Placements of one reading: far more than any of them has links. */
const LINKS_OF_PLACEMENTS = 10_000;

/** Keeps the log true to what placements' checks know, in the transaction in which that changed. */
@Injectable()
export class PlacementLinks {
  constructor(
    private readonly placements: PlacementLinksRepository,
    private readonly links: LinksRepository,
    private readonly ledger: LinkLedger,
    private readonly relationships: RelationshipRows,
    private readonly ownSites: OwnSites,
    private readonly events: LinkEvents,
    private readonly clock: Clock,
  ) {}

  /** Reads placements as they are now and writes down what that means, however they came to be so. */
  async follow(placementIds: readonly string[]): Promise<void> {
    const rows = await this.placements.rows(placementIds);
    const now = this.clock.now();
    await this.relationships.hold(
      rows.flatMap(({ brandId, clientId, siteId, isArchived }) =>
        siteId === null || isArchived ? [] : [{ brandId, clientId, siteId }],
      ),
      now,
      null,
    );
    const known = await this.ledger.held(await this.links.toldBy(placementIds, LINKS_OF_PLACEMENTS));
    const ends = await this.ownSites.reader(rows.map(({ brandId }) => brandId));
    const news: News = { told: [], untold: [] };
    for (const row of rows) add(news, row, { known, place: placeOf(row, ends), now: now.getTime() });
    const taken = await this.ledger.untell(news.untold);
    const given = await this.ledger.tell(news.told);
    await this.events.arrows([...taken.arrows, ...given.arrows], 'placement');
  }

  /** Checks saw placements again. Most sights change nothing but the moment of the last one. */
  async seenAgain(placementIds: readonly string[]): Promise<void> {
    const doubted = await this.placements.seenAgain(placementIds);
    if (doubted.length > 0) await this.follow(doubted);
  }

  /** Relationships of what an import brought; nothing of it was seen yet. */
  async imported(importId: string): Promise<void> {
    await this.relationships.hold(
      await this.placements.betweenOfImport(importId),
      this.clock.now(),
      importId,
    );
  }

  /** What was told of an import's placements goes with them; answers whether there is more. */
  async withdrawn(importId: string, limit: number): Promise<boolean> {
    const rows = await this.placements.toldOfImport(importId, limit);
    await this.follow(rows.map(({ id }) => id));
    if (rows.length === limit) return true;
    await this.relationships.removeMadeBy(importId);
    return false;
  }
}

interface Known {
  readonly known: readonly KnownLink[];
  readonly place: LinkPlace | null;
  readonly now: number;
}

function add(news: News, row: PlacementRow, { known, place, now }: Known): void {
  const told = known.flatMap((link) =>
    link.sightings
      .filter(({ via, originId }) => via === 'placement' && originId === row.id)
      .map((sighting) => ({ link, sighting })),
  );
  if (row.isArchived) {
    news.untold.push(
      ...told.map(({ link }) => ({ linkId: link.id, via: 'placement' as const, originId: row.id })),
    );
    return;
  }
  const key = place === null ? '' : placeKey(place);
  const here = told.find(({ link }) => placeKey(link) === key);
  const elsewhere = told.filter((one) => one !== here);
  for (const { link, sighting } of elsewhere)
    news.told.push({ place: link, sighting: noLongerFollowed(sighting) });
  if (place === null) return;
  const next = sightingHere(row, here?.sighting ?? null, { wasElsewhere: elsewhere.length > 0, now });
  if (next !== null) news.told.push({ place, sighting: next });
}

function sightingHere(
  row: PlacementRow,
  before: Sighting | null,
  { wasElsewhere, now }: { wasElsewhere: boolean; now: number },
): Sighting | null {
  if (before === null && wasElsewhere) return row.lastSeenAt === null ? null : movedHere(row.id, now);
  const sight = {
    placementId: row.id,
    state: row.state,
    stateSince: row.stateSince.getTime(),
    isBaselineRemoved: row.isBaselineRemoved,
    lastSeenAt: row.lastSeenAt?.getTime() ?? null,
    firstSeenOn: row.firstSeenOn,
    seenAnchor: row.seenAnchor,
    seenRel: row.seenRel,
  };
  return placementSighting(sight, before);
}

/** Null while its page is not known, or when both pages are our own. */
function placeOf(row: PlacementRow, read: BrandEnds): LinkPlace | null {
  const { brandId, clientId, siteId, sourceUrl, targetUrl } = row;
  if (siteId === null || sourceUrl === null) return null;
  const ends = read(brandId, sourceUrl, targetUrl);
  if (!ends.ok) return null;
  return {
    ...{ brandId, clientId, siteId, direction: 'to_us' as const, sourceUrl, targetUrl },
    sourceHash: keyHash(ends.sourceKey),
    targetHash: keyHash(ends.targetKey),
  };
}
