import type { EventKind, Subject } from '../../core/events/kinds.js';
import type { EventParams, NewEvent } from '../../platform/events/event.js';
import type { HeldPitch } from './pitches.repository.js';

/** What an event about a pitch hangs on. */
export type PitchSubjects = Pick<HeldPitch, 'id' | 'clientId' | 'brandId' | 'campaignId' | 'siteId'> & {
  readonly contactIds?: readonly string[];
  readonly prospectId?: string | null;
};

/** An event on the timelines of a pitch, its campaign, site, prospect and contacts, and of its brand and client. */
export function pitchEvent(kind: EventKind, pitch: PitchSubjects, params: EventParams = {}): NewEvent {
  const one = (name: Subject['kind'], id: string | null | undefined): Subject[] =>
    id === null || id === undefined ? [] : [{ kind: name, id }];
  const subjects: Subject[] = [
    { kind: 'pitch', id: pitch.id },
    { kind: 'campaign', id: pitch.campaignId },
    ...one('site', pitch.siteId),
    ...one('prospect', pitch.prospectId),
    ...(pitch.contactIds ?? []).flatMap((id) => one('contact', id)),
    { kind: 'brand', id: pitch.brandId },
    { kind: 'client', id: pitch.clientId },
  ];
  return { kind, clientId: pitch.clientId, subjects, params };
}
