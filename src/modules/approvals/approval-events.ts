import type { EventKind, Subject } from '../../core/events/kinds.js';
import type { NewEvent } from '../../platform/events/event.js';
import type { HeldApproval } from './approvals.repository.js';

type About = Pick<HeldApproval, 'id' | 'clientId' | 'brandId' | 'campaignId' | 'pitchId' | 'subject'>;

/** What happened to a question, on every record it belongs to. */
export function approvalEvent(
  kind: Extract<EventKind, `approval.${string}`>,
  { id, clientId, brandId, campaignId, pitchId, subject }: About,
  params: Readonly<Record<string, unknown>> = {},
): NewEvent {
  const subjects: Subject[] = [
    { kind: 'approval', id },
    { kind: 'client', id: clientId },
    { kind: 'brand', id: brandId },
  ];
  if (campaignId !== null) subjects.push({ kind: 'campaign', id: campaignId });
  if (pitchId !== null) subjects.push({ kind: 'pitch', id: pitchId });
  return { kind, clientId, subjects, params: { subject, ...params } };
}
