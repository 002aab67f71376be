import { Button, Group, Progress } from '@mantine/core';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { api, query } from '../api/client.js';
import type { Job } from '../api/views.js';
import { useMessages } from '../i18n/messages-provider.js';
import { countInWords } from '../i18n/times.js';
import classes from './job-progress.module.css';
import { ProblemAlert } from './problem-alert.js';
import { toastProblem } from './undo-toast.js';

const POLL_MS = 2_000;
const ENDS = ['done', 'failed', 'undone'] as const;

/** How a job ended, or null while it goes on. */
function endOf(state: Job['state']): (typeof ENDS)[number] | null {
  return ENDS.find((end) => end === state) ?? null;
}

/** A job as it goes on: pushed by the server, and asked for every two seconds in case the stream is cut. */
export function useJob(jobId: string | null): UseQueryResult<Job, unknown> {
  const queries = useQueryClient();
  const options = query.queryOptions('get', '/api/v1/jobs/{id}', { params: { path: { id: jobId ?? '' } } });
  const result = useQuery({
    ...options,
    enabled: jobId !== null,
    refetchInterval: ({ state }) => (state.data && endOf(state.data.state) ? false : POLL_MS),
  });
  const key = JSON.stringify(options.queryKey);
  useEffect(() => {
    if (!jobId) return;
    const stream = new EventSource(`/api/v1/jobs/${jobId}/stream`);
    stream.onmessage = (event) => {
      const job = JSON.parse(String(event.data)) as Job;
      queries.setQueryData(JSON.parse(key) as readonly unknown[], job);
      if (endOf(job.state)) stream.close();
    };
    stream.onerror = () => stream.close();
    return () => stream.close();
  }, [jobId, key, queries]);
  return result;
}

interface Props {
  readonly jobId: string;
  /** What is being done: "Moving target pages". */
  readonly label: string;
  /** Shown when the job is done, for example its numbers. */
  readonly children?: (job: Job) => ReactNode;
  readonly onEnd?: (job: Job) => void;
  /** Offer to take it back when it is done. The undoing is a job of its own, whose id this is told. */
  readonly onUndo?: (undoJobId: string) => void;
}

/** The progress of long work, its outcome, and the way back. */
export function JobProgress({ jobId, label, children, onEnd, onUndo }: Props) {
  const t = useMessages();
  const { data: job, error, refetch } = useJob(jobId);
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (!job || !endOf(job.state) || told.current === job.id) return;
    told.current = job.id;
    onEnd?.(job);
  }, [job, onEnd]);

  const undo = () => {
    api.POST('/api/v1/jobs/{id}/undo', { params: { path: { id: jobId } } }).then(
      ({ data }) => data && onUndo?.(data.jobId),
      (failure: unknown) => toastProblem(t, failure),
    );
  };
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;

  const isOver = job !== undefined && endOf(job.state) !== null;
  return (
    <div className={classes['box']} aria-live="polite">
      <Bar job={job} label={label} />
      {isOver && children?.(job)}
      {job?.state === 'done' && onUndo && (
        <Button variant="default" onClick={undo}>
          {t.text('app.undo')}
        </Button>
      )}
    </div>
  );
}

/** What is done, how far it is, and the bar; before the first answer an empty one. */
function Bar({ job, label }: { readonly job: Job | undefined; readonly label: string }) {
  const t = useMessages();
  const { state = 'waiting', total = 0, finished = 0 } = job ?? {};
  const end = endOf(state);
  const part = total > 0 ? (finished / total) * 100 : 0;
  const counts = { finished: countInWords(finished, true, t), total: countInWords(total, true, t) };
  return (
    <>
      <Group justify="space-between" gap="sm">
        <span>{label}</span>
        <span className={classes['count']}>
          {end ? t.text(`app.job.${end}`) : t.text('app.job.progress', counts)}
        </span>
      </Group>
      <Progress
        value={end ? 100 : part}
        size="sm"
        aria-label={label}
        animated={!end}
        striped={!end && total === 0}
        color={state === 'failed' ? 'removed' : 'accent'}
      />
    </>
  );
}
