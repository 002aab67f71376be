import { Injectable } from '@nestjs/common';
import type { EventKind, Subject } from '../../core/events/kinds.js';
import type { EventParams } from '../../platform/events/event.js';
import { Events } from '../../platform/events/events.js';

/** What an event about an enrolment hangs on. */
export interface EnrollmentSubjects {
  readonly id: string;
  readonly clientId: string;
  readonly campaignId: string;
  readonly pitchId: string;
  readonly siteId: string | null;
  readonly contactId: string;
  readonly sequenceId: string;
}

/** Tells what happened to sequences and enrolments, on every timeline it belongs to. */
@Injectable()
export class SequenceEvents {
  constructor(private readonly events: Events) {}

  async sequence(
    kind: Extract<EventKind, `sequence.${string}`>,
    { id, clientId }: { readonly id: string; readonly clientId: string | null },
    params: EventParams = {},
  ): Promise<void> {
    const subjects: Subject[] = [{ kind: 'sequence', id }];
    await this.events.record({ kind, clientId, subjects, params });
  }

  async enrollment(
    kind: Extract<EventKind, `enrollment.${string}`>,
    enrollment: EnrollmentSubjects,
    params: EventParams = {},
  ): Promise<void> {
    const { id, clientId, campaignId, pitchId, siteId, contactId, sequenceId } = enrollment;
    const subjects: Subject[] = [
      { kind: 'enrollment', id },
      { kind: 'pitch', id: pitchId },
      { kind: 'campaign', id: campaignId },
      ...(siteId === null ? [] : [{ kind: 'site', id: siteId } as const]),
      { kind: 'contact', id: contactId },
      { kind: 'sequence', id: sequenceId },
      { kind: 'client', id: clientId },
    ];
    await this.events.record({ kind, clientId, subjects, params });
  }
}
