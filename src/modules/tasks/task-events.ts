import type { EventKind, Subject } from '../../core/events/kinds.js';
import type { TaskKind } from '../../core/tasks/task.js';
import type { TaskPlace } from '../../core/tasks/task-place.js';
import type { EventParams, NewEvent } from '../../platform/events/event.js';

/** An event on the timelines of a task and of all it belongs to. */
export function taskEvent(
  kind: Extract<EventKind, `task.${string}`>,
  task: TaskPlace & { readonly id: string; readonly kind: TaskKind },
  params: EventParams = {},
): NewEvent {
  const named: readonly (readonly [Subject['kind'], string | null])[] = [
    ['task', task.id],
    ['pitch', task.pitchId],
    ['campaign', task.campaignId],
    ['placement', task.placementId],
    ['order', task.orderId],
    ['site', task.siteId],
    ['client', task.clientId],
  ];
  const subjects = named.flatMap(([of, id]) => (id === null ? [] : [{ kind: of, id }]));
  return { kind, clientId: task.clientId, subjects, params: { task: task.kind, ...params } };
}
