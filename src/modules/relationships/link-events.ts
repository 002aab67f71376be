import { Injectable } from '@nestjs/common';
import type { EventKind, Subject } from '../../core/events/kinds.js';
import type { SightSource } from '../../core/relationships/link.js';
import type { NewEvent } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import { type ArrowChange, countsOf } from './link-tally.js';
import type { Between } from './relationship-rows.repository.js';

/** The timelines of a relationship: its own, its site's, its brand's and its client's. */
export function relationshipSubjects({ id, siteId, brandId, clientId }: Between & { id: string }): Subject[] {
  return [
    { kind: 'relationship', id },
    { kind: 'site', id: siteId },
    { kind: 'brand', id: brandId },
    { kind: 'client', id: clientId },
  ];
}

/** Tells when the first link of a direction is found, the last one lost, or one comes back: not of each link. */
@Injectable()
export class LinkEvents {
  constructor(private readonly events: Events) {}

  async arrows(changes: readonly ArrowChange[], via: SightSource): Promise<void> {
    await this.events.recordMany(
      changes.flatMap((change) => {
        const kind = kindOf(change);
        return kind === null ? [] : [eventOf(change, kind, via)];
      }),
    );
  }
}

function kindOf({ relationship, direction, before }: ArrowChange): EventKind | null {
  const now = countsOf(relationship, direction);
  if (before.live === 0 && now.live > 0) return before.lost > 0 ? 'link.restored' : 'link.found';
  return before.live > 0 && now.live === 0 && now.lost > before.lost ? 'link.lost' : null;
}

function eventOf({ relationship, direction }: ArrowChange, kind: EventKind, via: SightSource): NewEvent {
  const { live, lost } = countsOf(relationship, direction);
  return {
    kind,
    clientId: relationship.clientId,
    subjects: relationshipSubjects(relationship),
    params: { direction, via, live, lost },
  };
}
