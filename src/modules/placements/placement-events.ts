import type { EventKind, Subject } from '../../core/events/kinds.js';
import type { EventParams, NewEvent } from '../../platform/events/event.js';

/** What an event about a placement hangs on. */
export interface PlacementSubjects {
  readonly id: string;
  readonly clientId: string;
  readonly brandId: string;
  readonly siteId: string | null;
}

/** An event on the timelines of a placement, its site, its brand and its client. */
export function placementEvent(
  kind: EventKind,
  placement: PlacementSubjects,
  params: EventParams = {},
): NewEvent {
  const site: Subject[] = placement.siteId === null ? [] : [{ kind: 'site', id: placement.siteId }];
  const subjects: Subject[] = [
    { kind: 'placement', id: placement.id },
    ...site,
    { kind: 'client', id: placement.clientId },
    { kind: 'brand', id: placement.brandId },
  ];
  return { kind, clientId: placement.clientId, subjects, params };
}
