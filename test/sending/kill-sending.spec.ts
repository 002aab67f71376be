import { expect, it } from '@jest/globals';
import { type KillPlan, killSending } from './kill-sending.js';

/** `npm run test:kill-sending` runs the whole of it; the tests of every day a short one. */
const FULL: KillPlan = {
  kills: 2000,
  mails: 10_000,
  senders: 3,
  beats: 80,
  slowMs: 60,
  graceMs: 1500,
  faultRate: 0.03,
  longestMs: 3 * 3600_000,
};
/** About half a minute where two cores have nothing else to do; a machine that is busy gets six times that. */
const SHORT: KillPlan = { ...FULL, kills: 100, mails: 200, beats: 10, longestMs: 540_000 };
const isFull = process.env['KILL_RUN'] === 'full';
const plan = isFull ? FULL : SHORT;

it(
  `${String(plan.kills)} kills of senders at work: no mail twice, none lost`,
  async () => {
    const report = await killSending(plan);
    if (isFull) process.stderr.write(`${JSON.stringify(report)}\n`);
    expect(report.doubled).toEqual([]);
    expect(report.lost).toEqual([]);
    expect(report.denied).toEqual([]);
    expect(report.kept + report.doubts.length).toBeGreaterThanOrEqual(report.mails);
    expect(report.kills).toBe(plan.kills);
  },
  plan.longestMs + 60_000,
);
