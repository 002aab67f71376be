/** What a task asks a person to do. */
export const TASK_KINDS = [
  'mail',
  'call',
  'form',
  'social',
  'write',
  'draft',
  'review',
  'prove',
  'remove_link',
  'renew',
  'pay',
  'other',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Where a task stands for who works through a list; overdue and today are open, too. */
export const TASK_LISTS = ['open', 'overdue', 'today', 'done'] as const;
export type TaskListState = (typeof TASK_LISTS)[number];

/** What a task's row must say for an act on it. */
export interface TaskStanding {
  readonly isDone: boolean;
  readonly isRemoved: boolean;
}

export type TaskAct = 'change' | 'done' | 'reopen' | 'remove';
export type TaskRefusal = 'task.removed' | 'task.done_already' | 'task.open_already';

/** Whether an act on a task can be done now: null when it can, otherwise the code of the refusal. One that is done can still be mended. */
export function taskRefusal(act: TaskAct, { isDone, isRemoved }: TaskStanding): TaskRefusal | null {
  if (isRemoved) return 'task.removed';
  if (act === 'done' && isDone) return 'task.done_already';
  if (act === 'reopen' && !isDone) return 'task.open_already';
  return null;
}
