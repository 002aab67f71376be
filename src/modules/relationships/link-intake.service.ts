import { Injectable } from '@nestjs/common';
import type { LinkDirection, Sighting } from '../../core/relationships/link.js';
import { LinkEvents } from './link-events.js';
import {
  keyHash,
  type LinkFact,
  type LinkOutcome,
  type LinkPlace,
  type LinkSource,
  type Told,
} from './link-facts.js';
import { LinkLedger, type LinkResult } from './link-ledger.js';
import { type LinkPosition, LinksRepository } from './links.repository.js';
import { type BrandEnds, OwnSites } from './own-sites.js';
import { RelationshipRows } from './relationship-rows.repository.js';

export type { LinkFact, LinkOutcome, LinkPosition, LinkSource };

/** An import that names everything there is: what it no longer names is lost. */
export interface CompleteExport {
  readonly importId: string;
  readonly brandId: string;
  readonly direction: LinkDirection;
  readonly observedAt: Date;
}

/** Links that come from outside, many at once, in the open transaction; and go with the undoing of where they came from. */
@Injectable()
export class LinkIntake {
  constructor(
    private readonly ledger: LinkLedger,
    private readonly links: LinksRepository,
    private readonly relationships: RelationshipRows,
    private readonly ownSites: OwnSites,
    private readonly events: LinkEvents,
  ) {}

  /**
   * Takes up to 5,000 facts in, one outcome for each in the same order. Facts that are no link (`refused`) say why. The same facts of
   * the same origin again change nothing. A crawl records where an arrow changes; what people write down is recorded by whoever takes
   * it, and an import as a whole.
   */
  async bring(facts: readonly LinkFact[], source: LinkSource): Promise<LinkOutcome[]> {
    const ends = await this.ownSites.reader(facts.map(({ brandId }) => brandId));
    const read = facts.map((fact) => told(fact, source, ends));
    const known = read.flatMap((one) => (one.told === null ? [] : [one.told]));
    const importId = source.via === 'import' ? source.originId : null;
    const { results, arrows } = await this.ledger.tell(known, importId);
    if (source.via === 'crawl') await this.events.arrows(arrows, source.via);
    const order = results[Symbol.iterator]();
    return read.map(({ told, reason }) =>
      told === null ? refused(reason) : outcomeOf(order.next().value as LinkResult),
    );
  }

  /**
   * Takes away what an origin told of some links, at most `limit`; answers how many. Call it until it answers 0: then links nobody else
   * told of and relationships it made are gone, and all is as it was before.
   */
  async withdraw(originId: string, limit: number): Promise<number> {
    const ids = await this.links.toldBy([originId], limit);
    const links = await this.ledger.held(ids);
    const untold = links.flatMap(({ id, sightings }) =>
      sightings
        .filter((sighting) => sighting.originId === originId && sighting.via !== 'placement')
        .map(({ via }) => ({ linkId: id, via, originId })),
    );
    if (untold.length > 0) await this.ledger.untell(untold);
    if (ids.length < limit) await this.relationships.removeMadeBy(originId);
    return untold.length;
  }

  /** Takes away what placements told of links, which are about to be deleted: nothing may refer to them any more. */
  async forgetPlacements(placementIds: readonly string[]): Promise<void> {
    const ids = await this.links.toldBy(placementIds, placementIds.length);
    const links = await this.ledger.held(ids);
    const untold = links.flatMap(({ id, sightings }) =>
      sightings
        .filter(({ via, originId }) => via === 'placement' && placementIds.includes(originId))
        .map(({ via, originId }) => ({ linkId: id, via, originId })),
    );
    if (untold.length > 0) await this.ledger.untell(untold);
  }

  /**
   * After the last batch of a complete export: links an earlier import saw and this one does not name are lost as of its day. Looks at
   * up to `limit` links of the brand behind `after` at a time; call it with what it answers as `next` until that is null.
   */
  async concludeComplete(
    whole: CompleteExport,
    limit: number,
    after: LinkPosition | null,
  ): Promise<{ lost: number; next: LinkPosition | null }> {
    const { ids, next } = await this.links.notNamedBy(whole, limit, after);
    const links = await this.ledger.held(ids);
    const { results } = await this.ledger.tell(
      links.map((link) => ({ place: link, sighting: notNamed(whole) })),
      whole.importId,
    );
    return { lost: results.filter(({ became }) => became === 'lost').length, next };
  }
}

type Read =
  | { readonly told: Told; readonly reason: null }
  | { readonly told: null; readonly reason: NonNullable<LinkOutcome['reason']> };

function told(fact: LinkFact, source: LinkSource, read: BrandEnds): Read {
  const ends = read(fact.brandId, fact.sourceUrl, fact.targetUrl);
  if (!ends.ok) return { told: null, reason: ends.reason };
  const { brandId, clientId, siteId, direction, sourceUrl, targetUrl } = fact;
  const place: LinkPlace = {
    ...{ brandId, clientId, siteId, direction, sourceUrl, targetUrl },
    sourceHash: keyHash(ends.sourceKey),
    targetHash: keyHash(ends.targetKey),
  };
  return { told: { place, sighting: sightingOf(fact, source) }, reason: null };
}

function sightingOf(fact: LinkFact, { via, originId, observedAt }: LinkSource): Sighting {
  return {
    ...{ via, originId, observedAt: observedAt.getTime() },
    ...whatItIs(fact),
    state: fact.state ?? 'live',
    firstSeenOn: fact.firstSeenOn ?? null,
    lastSeenAt: fact.lastSeenAt?.getTime() ?? null,
    lostAt: fact.lostAt?.getTime() ?? null,
    lostReason: fact.lostReason ?? null,
  };
}

function whatItIs({ anchor, rel = null, isImage = null, isSitewide = null, region = null }: LinkFact) {
  return { anchors: anchorsOf(anchor), rel, isImage, isSitewide, region };
}

/** No words are words too: an empty anchor is known to be empty. PostgreSQL's text holds no NUL. */
function anchorsOf(anchor: string | null | undefined): readonly string[] {
  return anchor === null || anchor === undefined ? [] : [anchor.replaceAll('\u0000', '').slice(0, 1000)];
}

function notNamed({ importId, observedAt }: CompleteExport): Sighting {
  return {
    via: 'import',
    originId: importId,
    state: 'lost',
    firstSeenOn: null,
    lastSeenAt: null,
    lostAt: observedAt.getTime(),
    lostReason: 'not_in_export',
    anchors: [],
    rel: null,
    isImage: null,
    isSitewide: null,
    region: null,
    observedAt: observedAt.getTime(),
  };
}

function outcomeOf({ id, kind, became }: LinkResult): LinkOutcome {
  return { id, kind, became, reason: null, changes: [] };
}

function refused(reason: LinkOutcome['reason']): LinkOutcome {
  return { id: '', kind: 'unchanged', became: 'refused', reason, changes: [] };
}
