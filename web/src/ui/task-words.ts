import type { TaskKind } from './task-api.js';

/** What a task can ask a person to do, in the order of choices. */
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
] as const satisfies readonly TaskKind[];
