import { Injectable } from '@nestjs/common';
import { foldSightings } from '../../core/relationships/fold-sightings.js';
import type { FoldedLink, LinkState, Sighting, SightSource } from '../../core/relationships/link.js';
import { mergeSighting, soundSighting } from '../../core/relationships/merge-sighting.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/id.js';
import { type LinkBecame, type LinkPlace, placeKey, type Told } from './link-facts.js';
import { type ArrowChange, LinkTally } from './link-tally.js';
import { type KnownLink, type LinkRecord, LinksRepository, type SightingRecord } from './links.repository.js';
import { RelationshipRows } from './relationship-rows.repository.js';

/** What came of one link that was told of, in the order of the telling. */
export interface LinkResult {
  readonly id: string;
  readonly kind: 'created' | 'changed' | 'unchanged';
  readonly became: Exclude<LinkBecame, 'refused'>;
}

export interface Written<Results> {
  readonly results: Results;
  readonly arrows: readonly ArrowChange[];
}

/** Which sighting is no longer true. */
export interface Untold {
  readonly linkId: string;
  readonly via: SightSource;
  readonly originId: string;
}

type Group = { readonly place: LinkPlace; sightings: Sighting[] };

/**
 * The one place where links change: what is told is merged with what was told before, folded, written and counted, in the open
 * transaction and with a fixed number of statements however many links there are.
 */
@Injectable()
export class LinkLedger {
  constructor(
    private readonly links: LinksRepository,
    private readonly relationships: RelationshipRows,
    private readonly clock: Clock,
  ) {}

  /** Writes down what was told. `importId` marks relationships that this makes. */
  async tell(all: readonly Told[], importId: string | null = null): Promise<Written<readonly LinkResult[]>> {
    const groups = grouped(all);
    await this.relationships.hold(
      [...groups.values()].map(({ place }) => place),
      this.clock.now(),
      importId,
    );
    const tally = new LinkTally();
    const results = new Map<string, LinkResult>();
    const known = await this.links.atPlaces([...groups.values()].map(({ place }) => place));
    const rest = new Map(groups);
    for (const link of known) rest.delete(placeKey(link));
    const late = await this.add(rest, { tally, results });
    await this.tellAgain([...known, ...late], groups, { tally, results });
    const counted = await this.relationships.count(tally.changes());
    return {
      results: all.map(({ place }) => results.get(placeKey(place)) as LinkResult),
      arrows: tally.arrows(counted),
    };
  }

  /** Takes sightings back; a link nobody else told of goes. */
  async untell(all: readonly Untold[]): Promise<Written<null>> {
    const gone = new Set(all.map(sightingKey));
    const links = await this.held([...new Set(all.map(({ linkId }) => linkId))]);
    const tally = new LinkTally();
    await this.links.removeSightings(all);
    const left: LinkRecord[] = [];
    for (const link of links) {
      const sightings = link.sightings.filter((one) => !gone.has(sightingKey({ linkId: link.id, ...one })));
      const folded = sightings.length === 0 ? null : foldSightings(sightings);
      if (folded !== null) left.push({ id: link.id, folded });
      tally.add(link, { ...foldSightings(link.sightings), state: link.state }, folded);
    }
    await this.links.update(left);
    const kept = new Set(left.map(({ id }) => id));
    await this.links.remove(links.filter(({ id }) => !kept.has(id)).map(({ id }) => id));
    return { results: null, arrows: tally.arrows(await this.relationships.count(tally.changes())) };
  }

  /** Links by their ids with their relationships held, in the order in which everybody holds them. */
  async held(ids: readonly string[]): Promise<KnownLink[]> {
    const places = await this.links.byIds(ids);
    await this.relationships.hold(places, this.clock.now(), null);
    return places;
  }

  /** Writes new links down; answers those that another transaction wrote a moment ago. */
  private async add(groups: ReadonlyMap<string, Group>, { tally, results }: Sums): Promise<KnownLink[]> {
    const now = this.clock.now();
    const fresh = [...groups].map(([key, { place, sightings }]) => ({
      key,
      place,
      sightings,
      id: newId(now),
      folded: foldSightings(sightings),
    }));
    const added = await this.links.insert(fresh, now);
    const mine = fresh.filter(({ id }) => added.has(id));
    await this.links.saveSightings(
      mine.flatMap(({ id, place, sightings }) =>
        sightings.map((sighting) => ({ linkId: id, clientId: place.clientId, sighting })),
      ),
    );
    for (const { key, place, id, folded } of mine) {
      tally.add(place, null, folded);
      results.set(key, { id, kind: 'created', became: folded.state === 'lost' ? 'lost' : 'new' });
    }
    if (mine.length === fresh.length) return [];
    return this.links.atPlaces(fresh.filter(({ id }) => !added.has(id)).map(({ place }) => place));
  }

  private async tellAgain(
    known: readonly KnownLink[],
    groups: ReadonlyMap<string, Group>,
    { tally, results }: Sums,
  ): Promise<void> {
    const changed: LinkRecord[] = [];
    const sightings: SightingRecord[] = [];
    for (const link of known) {
      const news = changedSightings(link, groups.get(placeKey(link))?.sightings ?? []);
      const before = { ...foldSightings(link.sightings), state: link.state };
      const folded = foldSightings(withNews(link.sightings, news));
      const isChanged = news.length > 0 || folded.state !== link.state;
      for (const sighting of news) sightings.push({ linkId: link.id, clientId: link.clientId, sighting });
      if (isChanged) changed.push({ id: link.id, folded });
      tally.add(link, before, folded);
      results.set(placeKey(link), {
        id: link.id,
        kind: isChanged ? 'changed' : 'unchanged',
        became: becameOf(before.state, folded.state),
      });
    }
    await this.links.saveSightings(sightings);
    await this.links.update(changed);
  }
}

interface Sums {
  readonly tally: LinkTally;
  readonly results: Map<string, LinkResult>;
}

/** All that was told of each link, every origin's words made one. */
function grouped(all: readonly Told[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const { place, sighting } of all) {
    const key = placeKey(place);
    const group = groups.get(key) ?? { place, sightings: [] };
    groups.set(key, group);
    group.sightings = withNews(group.sightings, [merged(group.sightings, soundSighting(sighting))]);
  }
  return groups;
}

function merged(before: readonly Sighting[], news: Sighting): Sighting {
  const own = before.find((one) => isSameOrigin(one, news));
  return own === undefined ? news : soundSighting(mergeSighting(own, news));
}

function changedSightings(link: KnownLink, told: readonly Sighting[]): Sighting[] {
  return told.flatMap((news) => {
    const own = link.sightings.find((one) => isSameOrigin(one, news));
    const next = merged(link.sightings, news);
    return own !== undefined && isEqual(own, next) ? [] : [next];
  });
}

function withNews(before: readonly Sighting[], news: readonly Sighting[]): Sighting[] {
  return [...before.filter((one) => !news.some((other) => isSameOrigin(one, other))), ...news];
}

function isSameOrigin(one: Sighting, other: Sighting): boolean {
  return one.via === other.via && one.originId === other.originId;
}

function isEqual(one: Sighting, other: Sighting): boolean {
  const names = Object.keys(other) as (keyof Sighting)[];
  return names.every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]));
}

function sightingKey({ linkId, via, originId }: Untold): string {
  return `${linkId} ${via} ${originId}`;
}

function becameOf(before: LinkState, after: FoldedLink['state']): LinkResult['became'] {
  if (before === 'lost' && after === 'live') return 'restored';
  return before !== 'lost' && after === 'lost' ? 'lost' : 'again';
}
