/** Where a task belongs: null where it belongs to none. */
export interface TaskPlace {
  readonly clientId: string | null;
  readonly campaignId: string | null;
  readonly pitchId: string | null;
  readonly placementId: string | null;
  readonly orderId: string | null;
  readonly siteId: string | null;
}

/** The ids a wish names. */
export type NamedPlace = { readonly [Slot in keyof TaskPlace]?: string | null | undefined };

/** The records a wish names, with where each belongs itself. */
export type FoundPlaces = {
  readonly [Slot in 'campaignId' | 'pitchId' | 'placementId' | 'orderId']?: Partial<TaskPlace>;
};

export type PlaceDecision =
  | { readonly ok: true; readonly place: TaskPlace }
  /** The named record belongs somewhere else than the wish, or another named record, says. */
  | { readonly ok: false; readonly field: keyof TaskPlace };

const SLOTS = ['clientId', 'campaignId', 'pitchId', 'placementId', 'orderId', 'siteId'] as const;
/** What names a record, closest to the work first: its site is the task's. */
const RECORDS = ['pitchId', 'placementId', 'orderId', 'campaignId'] as const;

/**
 * Where a task belongs: what was named, and what the named records belong to themselves. A site may differ from a record's: the work
 * can be at another one.
 */
export function taskPlace(named: NamedPlace, found: FoundPlaces): PlaceDecision {
  const place = Object.fromEntries(SLOTS.map((slot) => [slot, named[slot] ?? null])) as Record<
    keyof TaskPlace,
    string | null
  >;
  for (const record of RECORDS) {
    for (const slot of SLOTS) {
      const own = found[record]?.[slot] ?? null;
      if (own === null) continue;
      if (slot !== 'siteId' && place[slot] !== null && place[slot] !== own)
        return { ok: false, field: record };
      place[slot] ??= own;
    }
  }
  return { ok: true, place };
}
