import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { WorkerName } from './worker-name.js';

describe('the name of a worker', () => {
  const me = new WorkerName();
  const gone = spawnSync(process.execPath, ['-e', '']).pid;

  it.each<[string, string, boolean]>([
    ['ourselves are alive', me.name, false],
    ['a process that runs is alive', `${me.machine}${String(process.ppid)}:12345678`, false],
    ['a process that ended is dead', `${me.machine}${String(gone)}:12345678`, true],
    ['one before us that had our number is dead', `${me.machine}${String(process.pid)}:12345678`, true],
    ['of another machine nothing is known', `elsewhere/1:${String(gone)}:12345678`, false],
    ['a name that is none says nothing', 'worker', false],
    ['a name without a number says nothing', `${me.machine}x:12345678`, false],
  ])('%s', (_, worker, dead) => {
    expect(me.isDead(worker)).toBe(dead);
  });
});
