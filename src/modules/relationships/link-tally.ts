import type { FoldedLink, LinkDirection } from '../../core/relationships/link.js';
import type { Between, CountChange, CountedRelationship } from './relationship-rows.repository.js';

/** A relationship whose counts changed in one direction, with what they were before. */
export interface ArrowChange {
  readonly relationship: CountedRelationship;
  readonly direction: LinkDirection;
  readonly before: { readonly live: number; readonly lost: number; readonly unknown: number };
}

/** The relationship and direction a link counts in. */
interface Counted extends Between {
  readonly direction: LinkDirection;
}

type Sum = { -readonly [Field in keyof CountChange]: CountChange[Field] } & { days: string[] };

/** Sums up how many links of each state came and went, by relationship and direction. */
export class LinkTally {
  private readonly sums = new Map<string, Sum>();

  /** A link was `before` (null: it was not there) and is `after` (null: it goes). */
  add(link: Counted, before: FoldedLink | null, after: FoldedLink | null): void {
    const [was, is] = [dayOf(before), dayOf(after)];
    if (before?.state === after?.state && was === is) return;
    const sum = this.sumOf(link);
    if (before !== null) sum[before.state] -= 1;
    if (after !== null) sum[after.state] += 1;
    if (was === is) return;
    sum.looksUpDays ||= was !== null;
    if (is !== null) sum.days.push(is);
  }

  /** The sums that are not nothing. */
  changes(): CountChange[] {
    return [...this.sums.values()];
  }

  /** Counts before and after, for whoever tells of what changed. */
  arrows(relationships: readonly CountedRelationship[]): ArrowChange[] {
    const found = new Map(relationships.map((one) => [`${one.brandId} ${one.siteId}`, one]));
    return this.changes().flatMap(({ brandId, siteId, direction, live, lost, unknown }) => {
      const relationship = found.get(`${brandId} ${siteId}`);
      if (relationship === undefined) return [];
      const now = countsOf(relationship, direction);
      const before = { live: now.live - live, lost: now.lost - lost, unknown: now.unknown - unknown };
      return [{ relationship, direction, before }];
    });
  }

  private sumOf({ brandId, clientId, siteId, direction }: Counted): Sum {
    const key = `${brandId} ${siteId} ${direction}`;
    const sum = this.sums.get(key) ?? {
      ...{ brandId, clientId, siteId, direction },
      ...{ live: 0, lost: 0, unknown: 0, days: [], looksUpDays: false },
    };
    this.sums.set(key, sum);
    return sum;
  }
}

function dayOf(link: FoldedLink | null): string | null {
  return link === null ? null : link.firstSeenOn;
}

/** A relationship's counts in one direction. */
export function countsOf(
  one: CountedRelationship,
  direction: LinkDirection,
): { live: number; lost: number; unknown: number } {
  return direction === 'to_us'
    ? { live: one.toUsLive, lost: one.toUsLost, unknown: one.toUsUnknown }
    : { live: one.toThemLive, lost: one.toThemLost, unknown: one.toThemUnknown };
}
