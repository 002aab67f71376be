import { expect, it } from '@jest/globals';
import { type CrawlKillPlan, crawlKillRun } from './kill-crawl.js';

/** `npm run test:crawl` runs the whole of it, which takes some minutes; the tests of every day a short one. */
const FULL: CrawlKillPlan = { pages: 5000, kills: 40 };
const SHORT: CrawlKillPlan = { pages: 300, kills: 3 };
const isFull = process.env['CRAWL_RUN'] === 'full';
const plan = isFull ? FULL : SHORT;
/** Pages that are read before they are written down together. */
const BATCH = 50;

it(`a crawl of ${String(plan.pages)} pages through ${String(plan.kills)} kills finds every link and reads again only what was not written`, async () => {
  const { asked, expected, links, counted, crawl, ...report } = await crawlKillRun(plan);
  const again = asked.length - new Set(asked).size;
  if (isFull) process.stderr.write(`${JSON.stringify({ ...report, asked: asked.length, again })}\n`);
  expect(report.kills).toBe(plan.kills);
  expect(crawl).toMatchObject({ state: 'done', isComplete: true, isCut: false, pagesFailed: 0 });
  expect(links).toEqual({ live: expected.links, lost: [], unknown: [] });
  expect(counted).toBe(expected.links.length);
  expect([...expected.read].filter((path) => !asked.includes(path))).toEqual([]);
  expect(again).toBeLessThanOrEqual(plan.kills * BATCH);
}, 1_500_000);
