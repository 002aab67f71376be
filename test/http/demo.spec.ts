import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PLACEMENT_STATES } from '../../src/core/placements/placement.js';
import { CheckWorker } from '../../src/modules/verifier/check-worker.js';
import { startApp, type TestApp } from './app.js';
import { Browser } from './browser.js';

describe('the demo to look around in', () => {
  let app: TestApp;
  let browser: Browser;

  beforeAll(async () => {
    app = await startApp({ settings: { LINKLEDGER_HOST_GAP_MS: '0' } });
    browser = new Browser(app.url);
    expect((await browser.post('/setup/demo', { locale: 'en' })).status).toBe(201);
  });
  afterAll(() => app.close());

  const states = async (): Promise<Record<string, number>> =>
    (await browser.get('/placements/counts')).body.byState;
  const rows = async (): Promise<
    { sourceUrl: string | null; state: string; checkedAt: string; lastVerdicts: string[] }[]
  > =>
    (await browser.get('/placements?limit=200')).body.items.filter(
      (row: { sourceUrl: string | null }) => row.sourceUrl !== null,
    );

  it('has placements in every state', async () => {
    const counts = await states();
    expect(PLACEMENT_STATES.filter((state) => counts[state] === 0)).toEqual([]);
  });

  it('has a web that the verifier really visits, and finds as the history says', async () => {
    const before = await rows();
    await app.get(CheckWorker).drain();
    const open = (await rows()).filter(({ state }) => !/ended|released|replaced/.test(state));
    expect(open.every(({ checkedAt }) => checkedAt === app.clock.now().toISOString())).toBe(true);
    const surprises = open.filter(({ sourceUrl, lastVerdicts }) => {
      const expected = before.find((row) => row.sourceUrl === sourceUrl)?.lastVerdicts.at(-1) ?? 'live';
      return lastVerdicts.at(-1) !== expected;
    });
    expect(surprises).toEqual([]);
  });

  it('has work that is late, open and done, and something to offer', async () => {
    const tasks = async (state: string) => (await browser.get(`/tasks?state=${state}`)).body.items.length;
    expect(await Promise.all(['overdue', 'today', 'done'].map(tasks))).toEqual([2, 1, 2]);
    const assets = (await browser.get('/assets')).body.items;
    expect(assets.map(({ pitchCount }: { pitchCount: number }) => pitchCount).sort()).toEqual([0, 1, 1]);
  });

  it('knows of the sites it writes to what one looks at before writing', async () => {
    const prospects = (await browser.get('/prospects?limit=100&language=en')).body.items;
    const known = prospects.filter(
      ({ fitYes, tags }: { fitYes: number; tags: unknown[] }) => fitYes > 0 && tags.length > 0,
    );
    expect(known.length).toBeGreaterThan(20);
  });

  it('has sequences under way: mails that left, wait, were answered, came back and need approval', async () => {
    const enrolled = (await browser.get('/enrollments?limit=200')).body.items;
    const states = new Set(enrolled.map(({ state }: { state: string }) => state));
    expect([...states].sort()).toEqual(['awaiting_approval', 'finished', 'paused', 'running', 'stopped']);
    const { all } = (await browser.get('/deliverability')).body;
    expect(all.sent).toBeGreaterThan(20);
    expect([all.bouncedHard, all.replies > 0, all.autoReplies]).toEqual([2, true, 1]);
  });

  it('tells why the placements of a failing target page are left alone', async () => {
    const { body } = await browser.get('/placements?problem=target_failing');
    expect(body.items.map(({ targetPath }: { targetPath: string }) => targetPath)).toContain(
      '/oud/thuisbatterij',
    );
  });
});
