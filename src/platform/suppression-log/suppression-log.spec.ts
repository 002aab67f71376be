import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LogLine } from './log-line.js';
import { SuppressionLog } from './suppression-log.js';

const HASH = 'ab'.repeat(32);
const LINE: LogLine = {
  act: 'kept',
  at: '2026-11-20T09:00:00.000Z',
  workspaceId: 'w1',
  id: 's1',
  hash: HASH,
  site: null,
  clientId: null,
  reason: 'asked',
  source: 'one_click',
  sourceId: null,
};

let folder: string;
let log: SuppressionLog;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linkledger-log-'));
  log = new SuppressionLog(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const holds = async (one: SuppressionLog, workspaceId: string): Promise<boolean> =>
  (await one.of(workspaceId, HASH)).length > 0;
const idsOf = async (one: SuppressionLog): Promise<string[]> => [...(await one.entries()).keys()];

describe('the log of suppressions', () => {
  it('holds nothing before the first line', async () => {
    expect(await idsOf(log)).toEqual([]);
    expect(await holds(log, 'w1')).toBe(false);
  });

  it('is known to another process at once, and only in its own workspace', async () => {
    const other = new SuppressionLog(folder);
    expect(await holds(other, 'w1')).toBe(false);
    await log.append([LINE]);
    expect(await holds(other, 'w1')).toBe(true);
    expect(await holds(other, 'w2')).toBe(false);
  });

  it('lets go of what was lifted, and of nothing else that holds for the address', async () => {
    await log.append([LINE, { ...LINE, id: 's2' }, { ...LINE, act: 'lifted' }]);
    expect(await idsOf(log)).toEqual(['s2']);
    expect(await holds(log, 'w1')).toBe(true);
    await log.append([{ ...LINE, id: 's2', act: 'lifted' }]);
    expect(await holds(log, 'w1')).toBe(false);
  });

  it('says nothing of the workspace about what holds for one client', async () => {
    await log.append([{ ...LINE, clientId: 'c1' }]);
    expect(await holds(log, 'w1')).toBe(false);
  });

  it('passes over a half line and keeps what comes after it', async () => {
    await log.append([LINE]);
    await appendFile(log.path, '{"v":1,"act":"kept","id":"s-half","work');
    await log.append([{ ...LINE, id: 's3' }]);
    expect(await idsOf(new SuppressionLog(folder))).toEqual(['s1', 's3']);
    expect(await idsOf(log)).toEqual(['s1', 's3']);
  });

  it('passes over lines that are none and lines of another version', async () => {
    await appendFile(log.path, 'nonsense\n\n{"v":2,"act":"kept","id":"x","workspaceId":"w1"}\nnull\n');
    await log.append([LINE]);
    expect(await idsOf(log)).toEqual(['s1']);
  });

  it('takes thousands at once, each on a line of its own', async () => {
    const ids = Array.from({ length: 3000 }, (_, index) => `s${index}`);
    await Promise.all(ids.map((id) => log.append([{ ...LINE, id }])));
    expect((await readFile(log.path, 'utf8')).trimEnd().split('\n')).toHaveLength(3000);
    expect((await idsOf(log)).sort()).toEqual([...ids].sort());
  });

  it('says that it could not write', async () => {
    await writeFile(join(folder, 'no-folder'), '');
    const nowhere = new SuppressionLog(join(folder, 'no-folder', 'data'));
    await expect(nowhere.append([LINE])).rejects.toThrow();
  });
});
