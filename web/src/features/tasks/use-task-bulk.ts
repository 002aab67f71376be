import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, bodyOf } from '../../api/client.js';
import type { Job } from '../../api/views.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { countInWords } from '../../i18n/times.js';
import { NOTHING, type RowSelection } from '../../ui/row-selection.js';
import { refreshTasks, type TaskAction, type TaskActionParams } from '../../ui/task-api.js';
import { toastWithUndo } from '../../ui/undo-toast.js';

/** An act on many tasks that runs or ran. */
export interface TaskJob {
  readonly jobId: string;
  readonly action: TaskAction | 'undo';
  readonly size: number;
}

/** Starts an act on the selected tasks and follows its job; when it is done it can be taken back for ten seconds. */
export function useTaskBulk(setSelection: (next: RowSelection) => void) {
  const queries = useQueryClient();
  const t = useMessages();
  const [job, setJob] = useState<TaskJob | null>(null);
  const undone = useRef<(() => void) | null>(null);

  const start = async (
    action: TaskAction,
    ids: ReadonlySet<string>,
    params: TaskActionParams,
  ): Promise<void> => {
    const body = { action, ids: [...ids], params };
    const { jobId } = await bodyOf(api.POST('/api/v1/tasks/bulk', { body }));
    setJob({ jobId, action, size: ids.size });
    setSelection(NOTHING);
  };

  const undo = async (act: TaskJob): Promise<void> => {
    const path = { params: { path: { id: act.jobId } } };
    const started = await bodyOf(api.POST('/api/v1/jobs/{id}/undo', path));
    setJob({ jobId: started.jobId, action: 'undo', size: act.size });
    await new Promise<void>((resolve) => {
      undone.current = resolve;
    });
  };

  const ended = (end: Job) => {
    void refreshTasks(queries);
    if (job === null) return;
    if (job.action === 'undo') {
      undone.current?.();
      setJob(null);
      return;
    }
    if (end.state !== 'done') return;
    if (end.failed === 0) setJob(null);
    const count = countInWords(end.finished - end.failed, true, t);
    if (end.finished > end.failed)
      toastWithUndo(t, t.text(`tasks.bulk.did.${job.action}`, { count }), () => undo(job));
  };
  return { job, start, ended, close: () => setJob(null) };
}
