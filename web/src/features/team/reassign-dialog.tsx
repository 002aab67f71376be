import { Checkbox, Select } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { query } from '../../api/client.js';
import type { Job } from '../../api/views.js';
import { holdsWork } from '../../app/session/holds-work.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { JobProgress } from '../../ui/job-progress.js';
import { FloatingCard } from '../../ui/list-page.js';
import type { TeamPerson } from './team-api.js';
import { type Handing, type Handover, PITCHES_OF, type PitchesOf } from './use-reassign.js';

interface Props {
  readonly person: TeamPerson;
  readonly clientId: string | undefined;
  readonly onStart: (wish: Handover) => Promise<void>;
  readonly onClose: () => void;
}

/** Which of somebody's work is handed over, and to whom. */
export function ReassignDialog({ person, clientId, onStart, onClose }: Props) {
  const t = useMessages();
  const members =
    query.useQuery('get', '/api/v1/members', { params: { query: { state: 'active' } } }).data?.items ?? [];
  const others = members.filter(({ id, role }) => holdsWork(role) && id !== person.memberId);
  const [pitches, setPitches] = useState<PitchesOf | null>(person.open.count > 0 ? 'open' : null);
  const [tasks, setTasks] = useState(person.tasks.count > 0);
  const [to, setTo] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const name = person.name ?? t.text('team.nobody');
  const size = (pitches === null ? 0 : person[pitches].count) + (tasks ? person.tasks.count : 0);
  const chosen = others.find(({ id }) => id === to);

  const send = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (chosen === undefined || size === 0) {
      setProblem(new Error(t.text(chosen === undefined ? 'team.reassign.whom' : 'team.reassign.nothing')));
      return;
    }
    setSending(true);
    try {
      const wish = { from: person.memberId, to: chosen.id, toName: chosen.name, pitches, tasks, clientId };
      await onStart(wish);
      onClose();
    } catch (error) {
      setProblem(error);
      setSending(false);
    }
  };
  return (
    <FormDialog
      title={t.text('team.reassign.title', { name })}
      verb={t.text('team.reassign.send', { count: size })}
      onClose={onClose}
      onSubmit={(event) => void send(event)}
      isSending={isSending}
      problem={problem}
    >
      <Select
        label={t.text('team.reassign.pitches')}
        data={[
          { value: 'none', label: t.text('team.reassign.pitches.none') },
          ...PITCHES_OF.map((value) => ({
            value,
            label: t.text(`team.reassign.pitches.${value}`, { count: person[value].count }),
          })),
        ]}
        value={pitches ?? 'none'}
        onChange={(next) => setPitches(PITCHES_OF.find((one) => one === next) ?? null)}
        allowDeselect={false}
      />
      <Checkbox
        label={t.text('team.reassign.tasks', { count: person.tasks.count })}
        checked={tasks}
        disabled={person.tasks.count === 0}
        onChange={(event) => setTasks(event.currentTarget.checked)}
      />
      <Select
        label={t.text('team.reassign.to')}
        data={others.map(({ id, name: label }) => ({ value: id, label }))}
        value={to}
        onChange={setTo}
        searchable
        data-autofocus
      />
    </FormDialog>
  );
}

interface CardProps {
  readonly handing: Handing;
  readonly onEnd: (job: Job) => void;
  readonly onClose: () => void;
}

/** How far handing over has come, and how much of it was refused. */
export function ReassignCard({ handing, onEnd, onClose }: CardProps) {
  const t = useMessages();
  const words = handing.isUndo ? 'team.reassign.undoing' : 'team.reassign.doing';
  return (
    <FloatingCard label={t.text('team.reassign.progress')} onClose={onClose}>
      {handing.jobIds.map((jobId) => (
        <JobProgress key={jobId} jobId={jobId} label={t.text(words, { name: handing.toName })} onEnd={onEnd}>
          {(done) => (done.failed > 0 ? t.text('team.reassign.someFailed', { count: done.failed }) : null)}
        </JobProgress>
      ))}
    </FloatingCard>
  );
}
