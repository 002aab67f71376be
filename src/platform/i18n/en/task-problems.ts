import type { taskCodes } from '../../errors/codes/tasks.js';

/** What happened and what to do next, for refusals about tasks. */
export const taskProblems: Readonly<Record<keyof typeof taskCodes, string>> = {
  'task.not_found': 'There is no such task here. Go back to the list.',
  'task.changed_meanwhile': 'Somebody changed this task meanwhile. Read it again and repeat your change.',
  'task.done_already': 'This task is done already. There is nothing left to do.',
  'task.open_already': 'This task is open already. There is nothing to take back.',
  'task.assignee_cannot_see':
    'This member does not see the client the task belongs to. Choose another one, or let them see the client.',
  'task.too_many': 'An act takes at most {most} tasks. Narrow the filter and repeat it.',
};
