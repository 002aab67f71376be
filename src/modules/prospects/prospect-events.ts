import type { EventKind } from '../../core/events/kinds.js';
import type { EventParams, NewEvent } from '../../platform/events/event.js';

/** An event on the timelines of a prospect and its site. */
export function prospectEvent(
  kind: EventKind,
  prospect: { readonly id: string; readonly siteId: string },
  params: EventParams = {},
): NewEvent {
  return {
    kind,
    clientId: null,
    subjects: [
      { kind: 'prospect', id: prospect.id },
      { kind: 'site', id: prospect.siteId },
    ],
    params,
  };
}
