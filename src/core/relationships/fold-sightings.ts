import { ANCHORS_KEPT, type FoldedLink, type LinkState, SIGHT_SOURCES, type Sighting } from './link.js';

/**
 * What all sightings of a link come to, in whatever order they came. First seen is the earliest, last seen the latest. It is lost only
 * by evidence that is later than every sight of it; where nobody sees it any more and nobody saw it gone, it is unknown.
 */
export function foldSightings(sightings: readonly Sighting[]): FoldedLink {
  const newestFirst = [...sightings].sort(byAge);
  const loss = lossOf(newestFirst);
  return {
    state: loss === null ? stateWithoutLoss(newestFirst) : 'lost',
    firstSeenOn: earliest(newestFirst),
    lastSeenAt: latestSight(newestFirst),
    lostAt: loss?.lostAt ?? null,
    lostReason: loss?.lostReason ?? null,
    anchors: anchorsOf(newestFirst),
    rel: firstKnown(newestFirst.map(({ rel }) => rel)),
    isImage: firstKnown(newestFirst.map(({ isImage }) => isImage)),
    isSitewide: firstKnown(newestFirst.map(({ isSitewide }) => isSitewide)),
    region: firstKnown(newestFirst.map(({ region }) => region)),
    seenBy: SIGHT_SOURCES.filter((via) => newestFirst.some((sighting) => sighting.via === via)),
    placementId: newestFirst.find(({ via }) => via === 'placement')?.originId ?? null,
  };
}

/** Newest first; ties are broken by source and origin, so that the same sightings always fold alike. */
function byAge(one: Sighting, other: Sighting): number {
  if (one.observedAt !== other.observedAt) return other.observedAt - one.observedAt;
  const [name, otherName] = [`${one.via} ${one.originId}`, `${other.via} ${other.originId}`];
  return name < otherName ? -1 : Number(name > otherName);
}

/** The latest loss, unless a source that still sees the link saw it no earlier, or any other saw it later. */
function lossOf(sightings: readonly Sighting[]): Sighting | null {
  const losses = sightings.filter(({ state }) => state === 'lost');
  const last = losses.reduce<Sighting | null>(
    (best, loss) => (best === null || momentOf(loss) > momentOf(best) ? loss : best),
    null,
  );
  if (last === null) return null;
  const lostAt = momentOf(last);
  return sightings.some((sighting) => contradicts(sighting, lostAt)) ? null : { ...last, lostAt };
}

/** Who still sees the link saw it when they looked, if they do not say when. */
function contradicts({ state, lastSeenAt, observedAt }: Sighting, lostAt: number): boolean {
  if (state === 'live') return (lastSeenAt ?? observedAt) >= lostAt;
  return lastSeenAt !== null && lastSeenAt > lostAt;
}

/** A loss without a date is known since it was told. */
function momentOf({ lostAt, observedAt }: Sighting): number {
  return lostAt ?? observedAt;
}

function stateWithoutLoss(sightings: readonly Sighting[]): LinkState {
  return sightings.some(({ state }) => state === 'live') ? 'live' : 'unknown';
}

function earliest(sightings: readonly Sighting[]): string | null {
  const days = sightings.flatMap(({ firstSeenOn }) => firstSeenOn ?? []);
  return days.sort()[0] ?? null;
}

function latestSight(sightings: readonly Sighting[]): number | null {
  return sightings.reduce<number | null>(
    (latest, { lastSeenAt }) =>
      lastSeenAt !== null && (latest === null || lastSeenAt > latest) ? lastSeenAt : latest,
    null,
  );
}

/** The words as the source says that looked last and knows them; a page has only those of one moment. */
function anchorsOf(newestFirst: readonly Sighting[]): readonly string[] {
  return (newestFirst.find(({ anchors }) => anchors.length > 0)?.anchors ?? []).slice(0, ANCHORS_KEPT);
}

function firstKnown<Value>(values: readonly (Value | null)[]): Value | null {
  return values.find((value) => value !== null) ?? null;
}
