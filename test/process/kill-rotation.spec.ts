import { expect, it } from '@jest/globals';
import { killRotation } from './kill-rotation.js';

/** `npm run test:rotation` kills it fifty times, which takes some two minutes; the tests of every day five times. */
const isFull = process.env['KILL_RUN'] === 'full';
const KILLS = isFull ? 50 : 5;

it(`a rotation of keys killed ${KILLS} times under load loses no secret and leaves one key`, async () => {
  const { wrongAtWork, wrongAtEnd, ...report } = await killRotation(KILLS);
  if (isFull) process.stderr.write(`${JSON.stringify(report)}\n`);
  expect(wrongAtWork).toEqual([]);
  expect(wrongAtEnd).toEqual([]);
  expect(report.kills).toBe(KILLS);
  expect(report.killsInside).toBeGreaterThan(KILLS / 4);
  expect(Math.min(report.writes, report.reads)).toBeGreaterThan(KILLS);
}, 900_000);
