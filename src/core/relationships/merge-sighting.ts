import { ANCHORS_KEPT, type LinkState, type Sighting } from './link.js';

/** Of two answers of one source at one moment: a page that has the link once has it. */
const STRONGEST: Readonly<Record<LinkState, number>> = { live: 2, lost: 1, unknown: 0 };

/**
 * What one source knows after it told of a link again. A later word replaces an earlier one but keeps when it was first seen and last
 * seen; two of the same moment, such as two rows of one file, are one: a link that is there once is there.
 */
export function mergeSighting(before: Sighting, news: Sighting): Sighting {
  const isSameMoment = before.observedAt === news.observedAt;
  const [later, earlier] = news.observedAt >= before.observedAt ? [news, before] : [before, news];
  const leads = isSameMoment && STRONGEST[earlier.state] > STRONGEST[later.state] ? earlier : later;
  const follows = leads === later ? earlier : later;
  return {
    ...leads,
    ...whatIsKnown(leads, follows),
    firstSeenOn: earlierDay(before.firstSeenOn, news.firstSeenOn),
    lastSeenAt: laterMoment(before.lastSeenAt, news.lastSeenAt),
    anchors: isSameMoment ? together(before.anchors, news.anchors) : known(later.anchors, earlier.anchors),
  };
}

/** What the leading word does not say, the other one may. */
function whatIsKnown(leads: Sighting, follows: Sighting) {
  return {
    rel: leads.rel ?? follows.rel,
    isImage: leads.isImage ?? follows.isImage,
    isSitewide: leads.isSitewide ?? follows.isSitewide,
    region: leads.region ?? follows.region,
  };
}

/** A sighting in which nothing contradicts itself: what is lost was not seen after its loss, what is not lost has no loss. */
export function soundSighting(sighting: Sighting): Sighting {
  if (sighting.state !== 'lost') return { ...sighting, lostAt: null, lostReason: null };
  const lostAt = Math.min(sighting.lostAt ?? sighting.observedAt, sighting.observedAt);
  const lastSeenAt = sighting.lastSeenAt === null ? null : Math.min(sighting.lastSeenAt, lostAt);
  return { ...sighting, lostAt, lastSeenAt };
}

function earlierDay(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

function laterMoment(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.max(one, other);
}

function together(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])].slice(0, ANCHORS_KEPT);
}

function known(later: readonly string[], earlier: readonly string[]): readonly string[] {
  return later.length > 0 ? later : earlier;
}
