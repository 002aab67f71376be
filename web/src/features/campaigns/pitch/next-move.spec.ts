import { describe, expect, it } from '@jest/globals';
import { mayAgree, type NextMove, nextMove } from './next-move.js';

type Pitch = Parameters<typeof nextMove>[0];
type Step = Pitch['steps'][number];

const step = (stage: string, rest: Partial<Step> = {}): Step => ({
  stage,
  name: stage.toUpperCase(),
  nextStep: '',
  isAllowed: false,
  code: 'pitch.move_not_allowed',
  why: null,
  missing: [],
  ...rest,
});
const allowed = { isAllowed: true, code: null };
const lacking = { code: 'pitch.field_missing', missing: ['topic'] };
const pitch = (steps: Step[], rest: Partial<Pitch> = {}): Pitch => ({
  stage: 'found',
  status: 'waiting_us',
  outcome: null,
  archivedAt: null,
  steps: [step('found', { code: 'pitch.already_there' }), ...steps],
  ...rest,
});
const KIND = { stages: [{ key: 'agreed', isAgreed: true }] } as unknown as Parameters<typeof nextMove>[1];

describe('nextMove', () => {
  it.each<[string, Pitch, NextMove]>([
    [
      'goes on to the next stage that is open',
      pitch([step('a'), step('b', allowed)]),
      { kind: 'move', to: 'b', name: 'B' },
    ],
    [
      'offers one that lacks something, too',
      pitch([step('a', lacking)]),
      { kind: 'move', to: 'a', name: 'A' },
    ],
    [
      'prefers one that lacks nothing',
      pitch([step('a', lacking), step('b', allowed)]),
      { kind: 'move', to: 'b', name: 'B' },
    ],
    [
      'records what was agreed where that comes next',
      pitch([step('agreed', { code: 'pitch.field_missing', missing: ['terms'] })]),
      { kind: 'win' },
    ],
    ['never goes back', pitch([step('a')], { stage: 'a' }), null],
    ['waits where only a check leads on', pitch([step('live', { code: 'pitch.only_seen' })]), null],
    ['resumes what rests', pitch([step('a', allowed)], { status: 'paused' }), { kind: 'resume' }],
    ['reopens what was lost', pitch([], { status: 'closed', outcome: 'lost' }), { kind: 'reopen' }],
    ['restores first of all', pitch([], { archivedAt: '2026-01-01', status: 'paused' }), { kind: 'restore' }],
  ])('%s', (_, standing, expected) => {
    expect(nextMove(standing, KIND)).toEqual(expected);
  });
});

describe('mayAgree', () => {
  const agreed = step('agreed', { code: 'pitch.field_missing', missing: ['terms'] });

  it.each<[string, Pitch, boolean]>([
    ['one move away', pitch([step('edits', allowed), agreed]), true],
    ['further away', pitch([step('agreed', { missing: ['terms'] })]), false],
    ['once it is recorded', pitch([step('agreed', allowed)]), false],
    ['while it rests', pitch([agreed], { status: 'paused' }), false],
    ['after it was lost', pitch([agreed], { outcome: 'lost' }), false],
  ])('%s', (_, standing, expected) => {
    expect(mayAgree(standing, KIND)).toBe(expected);
  });
});
