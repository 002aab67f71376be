import { Injectable } from '@nestjs/common';
import type { EventKind, Subject } from '../../core/events/kinds.js';
import type { EventParams } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';
import type { ReclaimedPlacement, ReclamationRecord } from './reclamation-rows.repository.js';

type Kind = Extract<EventKind, `reclamation.${string}`>;

/** Records what happens to reclamations on the timelines of all it is about. */
@Injectable()
export class ReclamationNews {
  constructor(private readonly events: Events) {}

  async tell(
    kind: Kind,
    reclamation: Pick<ReclamationRecord, 'id' | 'clientId' | 'publisherId' | 'siteId'>,
    { placement, ...params }: EventParams & { readonly placement?: ReclaimedPlacement } = {},
  ): Promise<void> {
    const siteId = placement?.siteId ?? reclamation.siteId;
    const subjects: Subject[] = [
      { kind: 'reclamation', id: reclamation.id },
      ...one('publisher', reclamation.publisherId),
      ...one('placement', placement?.id ?? null),
      ...one('site', siteId),
      { kind: 'client', id: reclamation.clientId },
      ...one('brand', placement?.brandId ?? null),
    ];
    await this.events.record({ kind, clientId: reclamation.clientId, subjects, params });
  }
}

function one(kind: Subject['kind'], id: string | null): Subject[] {
  return id === null ? [] : [{ kind, id }];
}
