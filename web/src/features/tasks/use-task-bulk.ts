import { useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { NOTHING, type RowSelection } from '../../ui/row-selection.js';
import { refreshTasks, type TaskAction, type TaskActionParams } from '../../ui/task-api.js';
import { type BulkJob, useBulkJob } from '../../ui/use-bulk-job.js';

/** An act on many tasks that runs or ran. */
export type TaskJob = BulkJob<TaskAction>;

/** Starts an act on the selected tasks and follows its job. */
export function useTaskBulk(setSelection: (next: RowSelection) => void) {
  const queries = useQueryClient();
  const t = useMessages();
  const { follow, ...running } = useBulkJob<TaskAction>(
    () => refreshTasks(queries),
    (action, count) => t.text(`tasks.bulk.did.${action}`, { count }),
  );

  const start = async (
    action: TaskAction,
    ids: ReadonlySet<string>,
    params: TaskActionParams,
  ): Promise<void> => {
    const body = { action, ids: [...ids], params };
    const { jobId } = await bodyOf(api.POST('/api/v1/tasks/bulk', { body }));
    follow({ jobId, action, size: ids.size });
    setSelection(NOTHING);
  };
  return { ...running, start };
}
