import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { IconCalendar, IconCheck, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import type { Job } from '../../api/views.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { countInWords } from '../../i18n/times.js';
import { JobProgress } from '../../ui/job-progress.js';
import { BulkAct, BulkBarFrame, FloatingCard } from '../../ui/list-page.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import type { TaskAction, TaskActionParams } from '../../ui/task-api.js';
import { assigneeOf, useAssignees } from '../../ui/task-dialog.js';
import { toastProblem } from '../../ui/undo-toast.js';
import type { TaskJob } from './use-task-bulk.js';

interface Props {
  readonly size: number;
  readonly onClear: () => void;
  readonly onAct: (action: TaskAction, params: TaskActionParams) => Promise<void>;
}

/** What can be done with the selected tasks. */
export function TaskBulkBar({ size, onClear, onAct }: Props) {
  const t = useMessages();
  const [asked, setAsked] = useState<'assign' | 'due' | null>(null);
  const count = countInWords(size, true, t);
  return (
    <BulkBarFrame
      label={t.text('tasks.bulk.label')}
      count={t.text('tasks.bulk.selected', { count })}
      clear={t.text('tasks.bulk.clear')}
      onClear={onClear}
    >
      <BulkAct
        icon={IconCheck}
        word={t.text('tasks.bulk.act.done')}
        onClick={() => void onAct('done', {}).catch((error: unknown) => toastProblem(t, error))}
      />
      <BulkAct icon={IconUser} word={t.text('tasks.bulk.act.assign')} onClick={() => setAsked('assign')} />
      <BulkAct icon={IconCalendar} word={t.text('tasks.bulk.act.due')} onClick={() => setAsked('due')} />
      {asked !== null && <Asking action={asked} onAct={onAct} onClose={() => setAsked(null)} />}
    </BulkBarFrame>
  );
}

interface AskingProps {
  readonly action: 'assign' | 'due';
  readonly onAct: Props['onAct'];
  readonly onClose: () => void;
}

function Asking({ action, onAct, onClose }: AskingProps) {
  const t = useMessages();
  const assignees = useAssignees();
  const [choice, setChoice] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const send = async () => {
    const params = action === 'assign' ? { assigneeMemberId: assigneeOf(choice) } : { dueOn: choice };
    try {
      await onAct(action, params);
      onClose();
    } catch (error) {
      setProblem(error);
    }
  };
  const verb = t.text(`tasks.bulk.act.${action}`);
  return (
    <Modal opened onClose={onClose} title={verb} closeButtonProps={{ 'aria-label': t.text('app.close') }}>
      <Stack gap="lg">
        {action === 'assign' ? (
          <Select
            label={t.text('tasks.field.assignee')}
            data={assignees}
            value={choice}
            onChange={setChoice}
            searchable
          />
        ) : (
          <TextInput
            type="date"
            label={t.text('tasks.field.due')}
            value={choice ?? ''}
            onChange={({ currentTarget }) => setChoice(currentTarget.value || null)}
          />
        )}
        <ProblemAlert error={problem} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t.text('app.cancel')}
          </Button>
          <Button disabled={choice === null} onClick={() => void send()}>
            {verb}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface JobProps {
  readonly job: TaskJob;
  readonly onEnd: (job: Job) => void;
  readonly onClose: () => void;
}

/** The progress of an act on many tasks, and how many of them did not take it. */
export function TaskJobCard({ job, onEnd, onClose }: JobProps) {
  const t = useMessages();
  return (
    <FloatingCard label={t.text('tasks.bulk.progress')} onClose={onClose}>
      <JobProgress
        key={job.jobId}
        jobId={job.jobId}
        label={t.text(`tasks.bulk.doing.${job.action}`, { count: countInWords(job.size, true, t) })}
        onEnd={onEnd}
      >
        {(done) => (done.failed > 0 ? t.text('tasks.bulk.someFailed', { count: done.failed }) : null)}
      </JobProgress>
    </FloatingCard>
  );
}
