import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../i18n/messages-provider.js';
import { refreshTasks, type Task, taskActs } from './task-api.js';
import { toastProblem, toastWithUndo } from './undo-toast.js';

/** Marks a task as done at once; for ten seconds it can be taken back. */
export function useTaskDone() {
  const t = useMessages();
  const queries = useQueryClient();
  const undo = async (id: string) => {
    await taskActs.reopen(id);
    await refreshTasks(queries);
  };
  return async ({ id, title }: Pick<Task, 'id' | 'title'>): Promise<void> => {
    try {
      await taskActs.finish(id);
      toastWithUndo(t, t.text('tasks.did', { title }), () => undo(id));
    } catch (error) {
      toastProblem(t, error);
    }
    await refreshTasks(queries);
  };
}
