import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { WorkerPool } from '../../src/platform/html/worker-pool.js';

const folder = mkdtempSync(join(tmpdir(), 'linkledger-pool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let scripts = 0;
const pools: WorkerPool<string, string>[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

/** A pool whose thread answers each order by this code; `say(id, text)` sends an answer. A busy machine needs long for a page, too. */
function poolOf(code: string, { size = 1, cpuMs = 30_000 } = {}): WorkerPool<string, string> {
  const script = join(folder, `thread-${++scripts}.cjs`);
  writeFileSync(
    script,
    `const { parentPort } = require('node:worker_threads');
     const say = (id, result) => parentPort.postMessage({ id, result });
     parentPort.on('message', ({ id, task }) => { ${code} });
     parentPort.postMessage({ ready: true });`,
  );
  const pool = new WorkerPool<string, string>({ script, size, oldGenerationMb: 32, cpuMs });
  pools.push(pool);
  return pool;
}

describe('a pool of threads', () => {
  it('gives each job the answer to its own order, many at once', async () => {
    const pool = poolOf('setTimeout(() => say(id, task.toUpperCase()), task.length);', { size: 2 });
    const tasks = Array.from({ length: 50 }, (_, n) => `${'abc'.repeat(n % 7)}${n}`);
    const results = await Promise.all(tasks.map((task) => pool.run(task, false)));
    expect(results).toEqual(tasks.map((task) => ({ ok: true, result: task.toUpperCase() })));
  });

  it('never takes the answer to another order for a job’s own', async () => {
    const pool = poolOf("say(id - 1, 'of the page before'); say(id, task);");
    expect(await pool.run('first', false)).toEqual({ ok: true, result: 'first' });
    expect(await pool.run('second', false)).toEqual({ ok: true, result: 'second' });
  });

  it('ends a thread that takes too long, and the next job has a new one', async () => {
    const pool = poolOf("if (task === 'for ever') for (;;); say(id, task);", { cpuMs: 300 });
    expect(await pool.run('for ever', false)).toEqual({ ok: false, limit: 'time' });
    expect(await pool.run('short', false)).toEqual({ ok: true, result: 'short' });
  });

  it('survives a thread that runs out of memory or breaks', async () => {
    const pool = poolOf(
      "if (task === 'much') { const all = []; for (;;) all.push(new Array(1e5).fill({})); } if (task === 'broken') throw new Error('x'); say(id, task);",
    );
    expect(await pool.run('much', false)).toEqual({ ok: false, limit: 'memory' });
    expect(await pool.run('broken', false)).toEqual({ ok: false, limit: 'crashed' });
    expect(await pool.run('whole', false)).toEqual({ ok: true, result: 'whole' });
  });

  it('answers what waits when it is closed', async () => {
    const pool = poolOf('');
    const waiting = [pool.run('one', false), pool.run('two', false)];
    await pool.close();
    expect(await Promise.all(waiting)).toEqual([
      { ok: false, limit: 'crashed' },
      { ok: false, limit: 'crashed' },
    ]);
  });
});
