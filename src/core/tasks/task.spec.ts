import { describe, expect, it } from '@jest/globals';
import { type TaskAct, taskRefusal } from './task.js';

const OPEN = { isDone: false, isRemoved: false };
const DONE = { isDone: true, isRemoved: false };
const REMOVED = { isDone: false, isRemoved: true };

describe('an act on a task', () => {
  it.each<[string, TaskAct, typeof OPEN, string | null]>([
    ['an open one is done', 'done', OPEN, null],
    ['a done one is not done again', 'done', DONE, 'task.done_already'],
    ['a done one is opened again', 'reopen', DONE, null],
    ['an open one has nothing to open', 'reopen', OPEN, 'task.open_already'],
    ['a done one can be mended', 'change', DONE, null],
    ['a done one can be removed', 'remove', DONE, null],
    ['a removed one takes no change', 'change', REMOVED, 'task.removed'],
    ['a removed one is not done', 'done', REMOVED, 'task.removed'],
    ['a removed one is not removed again', 'remove', REMOVED, 'task.removed'],
  ])('%s', (_, act, standing, refusal) => {
    expect(taskRefusal(act, standing)).toBe(refusal);
  });
});
