import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Task } from '../../ui/task-api.js';

type Named = Pick<
  Task,
  | 'pitchId'
  | 'pitchLabel'
  | 'placementId'
  | 'placementSource'
  | 'campaignId'
  | 'campaignName'
  | 'siteId'
  | 'displayHost'
  | 'clientName'
>;

/** What a task is about, closest first, as a way there. */
export function TaskSubject({ task }: { readonly task: Named }) {
  if (task.pitchId)
    return (
      <Anchor
        renderRoot={(props) => <Link to="/pitches/$id" params={{ id: task.pitchId ?? '' }} {...props} />}
      >
        {task.pitchLabel ?? task.displayHost}
      </Anchor>
    );
  if (task.placementId)
    return (
      <Anchor
        renderRoot={(props) => (
          <Link to="/placements/$id" params={{ id: task.placementId ?? '' }} {...props} />
        )}
      >
        {task.placementSource ?? task.displayHost}
      </Anchor>
    );
  if (task.campaignId)
    return (
      <Anchor
        renderRoot={(props) => <Link to="/campaigns/$id" params={{ id: task.campaignId ?? '' }} {...props} />}
      >
        {task.campaignName}
      </Anchor>
    );
  return <span>{task.displayHost ?? task.clientName ?? '—'}</span>;
}
