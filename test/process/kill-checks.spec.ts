import { expect, it } from '@jest/globals';
import { complaints } from '../verifier/politeness.js';
import { type KillPlan, killRun } from './kill-run.js';

/** `npm run test:kill` runs the whole of it, which takes some ten minutes; the tests of every day a short one. */
const FULL: KillPlan = { checks: 2000, kills: 100, hosts: 80, gapMs: 200, everyMs: 2500, zombies: 2 };
const SHORT: KillPlan = { checks: 300, kills: 15, hosts: 30, gapMs: 200, everyMs: 2500, zombies: 0 };
const isFull = process.env['KILL_RUN'] === 'full';
const plan = isFull ? FULL : SHORT;

it(`two workers check ${plan.checks} placements once each through ${plan.kills} kills, and keep every host's gap`, async () => {
  const { requests, wrong, ...report } = await killRun(plan);
  if (isFull) process.stderr.write(`${JSON.stringify({ ...report, requests: requests.length })}\n`);
  expect(wrong).toEqual([]);
  expect(complaints(requests, plan.gapMs)).toEqual([]);
  expect(report.kills).toBe(plan.kills);
  expect(report.longestSilenceMs).toBeLessThan(90_000);
}, 1_500_000);
