import { describe, expect, it } from '@jest/globals';
import {
  type EnrollmentAct,
  type EnrollmentState,
  enrollmentRefusal,
  goesOnAfter,
  isPausedBy,
  type StandingCode,
} from './standing.js';

const standing = (state: EnrollmentState, code: string | null = null) => ({ state, code });

describe('a person may', () => {
  it.each<[EnrollmentAct, EnrollmentState, string | null, string | null]>([
    ['approve', 'awaiting_approval', null, null],
    ['approve', 'running', null, 'enrollment.not_awaiting'],
    ['refuse', 'stopped', null, 'enrollment.over'],
    ['pause', 'running', null, null],
    ['pause', 'paused', 'until_day', null],
    ['pause', 'paused', 'replied', 'enrollment.paused_already'],
    ['pause', 'awaiting_approval', null, 'enrollment.awaiting_approval'],
    ['resume', 'paused', 'replied', null],
    ['resume', 'running', null, 'enrollment.not_paused'],
    ['resume', 'finished', null, 'enrollment.over'],
    ['skip', 'running', null, null],
    ['skip', 'paused', 'replied', null],
    ['skip', 'awaiting_approval', null, 'enrollment.awaiting_approval'],
    ['stop', 'awaiting_approval', null, null],
    ['stop', 'stopped', 'by_hand', 'enrollment.over'],
    ['edit', 'awaiting_approval', null, null],
    ['move', 'finished', null, 'enrollment.over'],
  ])('%s what is %s (%s): %s', (act, state, code, refusal) => {
    expect(enrollmentRefusal(act, standing(state, code))).toBe(refusal);
  });
});

describe('a reason to pause', () => {
  it.each<[string, EnrollmentState, string | null, StandingCode, boolean]>([
    ['pauses what runs', 'running', null, 'replied', true],
    ['pauses what waits for approval', 'awaiting_approval', null, 'replied', true],
    ['overrules a pause until a day', 'paused', 'until_day', 'replied', true],
    ['overrules the pause of a campaign', 'paused', 'campaign_paused', 'replied', true],
    ['leaves a reason that waits for a person', 'paused', 'opted_out', 'replied', false],
    ['that ends by itself overrules none', 'paused', 'until_day', 'campaign_paused', false],
    ['leaves what is over', 'finished', null, 'replied', false],
  ])('%s', (...[, state, code, by, isSo]) => {
    expect(isPausedBy(standing(state, code), by)).toBe(isSo);
  });
});

describe('when a reason has gone', () => {
  it.each<[string, string, StandingCode, boolean]>([
    ['what it paused goes on', 'campaign_paused', 'campaign_paused', true],
    ['what an answer paused meanwhile does not', 'replied', 'campaign_paused', false],
    ['an answer never goes by itself', 'replied', 'replied', false],
  ])('%s', (_, code, gone, isSo) => {
    expect(goesOnAfter(standing('paused', code), gone)).toBe(isSo);
  });
});
