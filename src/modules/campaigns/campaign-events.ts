import type { EventKind, Subject } from '../../core/events/kinds.js';
import type { EventParams, NewEvent } from '../../platform/events/event.js';

/** What an event about a campaign hangs on. */
export interface CampaignSubjects {
  readonly id: string;
  readonly clientId: string;
  readonly brandId: string;
}

/** An event on the timelines of a campaign, its brand and its client. */
export function campaignEvent(
  kind: EventKind,
  { id, clientId, brandId }: CampaignSubjects,
  params: EventParams = {},
): NewEvent {
  const subjects: Subject[] = [
    { kind: 'campaign', id },
    { kind: 'brand', id: brandId },
    { kind: 'client', id: clientId },
  ];
  return { kind, clientId, subjects, params };
}
