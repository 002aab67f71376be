import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR, judged, live, memoryIn, outcome, START } from '../../../test/builders/memory.js';
import { PLACEMENT_STATES } from '../placements/placement.js';
import { remember, rememberAccepted, rememberByHand, rememberMove } from './memory.js';
import { freshMemory, type PlacementMemory, TOLD_CHANGES } from './placement-memory.js';

describe('seen by hand', () => {
  const at = START + 20 * DAY;
  const until = at + 30 * DAY;
  it.each<[string, PlacementMemory, string]>([
    ['ends the waiting', memoryIn('awaited'), 'live first_seen'],
    ['takes over from a person’s hands', memoryIn('check_by_hand'), 'live back'],
    ['brings a removed one back', memoryIn('removed'), 'live back'],
    ['brings a gone site back', memoryIn('site_gone'), 'live back'],
    ['leaves live as it is', memoryIn('live'), 'live undefined'],
    ['accepts nothing that differs', memoryIn('differs'), 'differs undefined'],
    [
      'gives a differing one back as differing',
      live('differs 0h, wall 1d, wall 2d, wall 3d, wall 4d, wall 5d').memory,
      'differs back',
    ],
    [
      'brings a removed differing one back as live',
      live('differs 0h, absent 1d, absent 2d, absent 3d').memory,
      'live back',
    ],
    ['is the untold baseline of an import', freshMemory(START, 'imported'), 'live undefined'],
    ['does nothing for a closed one', rememberMove(memoryIn('live'), 'ended', at), 'ended undefined'],
  ])('%s', (_, memory, expected) => {
    const seen = rememberByHand(memory, at, until);
    expect(`${seen.memory.state} ${seen.change?.kind}`).toBe(expected);
  });

  it('counts as a sight until its day, whatever the checks find', () => {
    const seen = rememberByHand(memoryIn('check_by_hand'), at, until).memory;
    const { memory, told } = live('absent+1d, absent+1d, absent+1d, wall+1d, down+1d, gone+5d', {
      ...seen,
      lastCheckedAt: at,
    });
    expect(outcome({ memory, told })).toBe('live ()');
    expect(memory.lastSeenAt).toBe(at);
  });

  it('after its day the checks count again', () => {
    const seen = rememberByHand(memoryIn('check_by_hand'), at, until).memory;
    const later = live('absent+30d, absent+1d, absent+1d', { ...seen, lastCheckedAt: at });
    expect(outcome(later)).toBe('removed (lost)');
  });

  it('a difference found meanwhile is told all the same', () => {
    const seen = rememberByHand(memoryIn('live'), at, until).memory;
    expect(outcome(live('differs+1d, differs+1d', { ...seen, lastCheckedAt: at }))).toBe('differs (changed)');
  });
});

describe('what people decide', () => {
  it.each<[string, PlacementMemory, string]>([
    ['accepting what differs makes it live', memoryIn('differs'), 'live'],
    ['accepting drops the suspicion of a difference', live('live 0h, differs 1d').memory, 'live'],
    ['accepting does not drop the suspicion of an absence', live('live 0h, absent 1d').memory, 'live?'],
    ['accepting leaves a removed one removed', memoryIn('removed'), 'removed'],
  ])('%s', (_, memory, expected) => {
    const { state, rechecking } = rememberAccepted(memory, START + 50 * DAY);
    expect(state + (rechecking ? '?' : '')).toBe(expected);
  });

  it.each(['ended', 'released', 'replaced'] as const)(
    '%s is checked no more and remembers nothing',
    (state) => {
      const closed = rememberMove(live('live 0h, absent 1d').memory, state, START + 2 * DAY);
      const after = remember(closed, judged('live'), { at: START + 3 * DAY, targetFailing: false });
      expect(after).toEqual({ memory: closed, change: null });
      expect(closed).toMatchObject({ state, since: START + 2 * DAY, rechecking: false, absent: null });
    },
  );

  it('reopened waits for a sight, which is told as a first one', () => {
    const reopened = rememberMove(memoryIn('live'), 'awaited', START + 9 * DAY);
    expect(outcome(live('absent+9d', reopened))).toBe('awaited ()');
    expect(outcome(live('live+9d', reopened))).toBe('live (first_seen)');
  });
});

describe('what is kept', () => {
  it('times of the first and last sight, of the last check and of the state', () => {
    const { memory } = live('absent 0h, live 1d, live 2d, wall 3d');
    expect(memory).toMatchObject({
      firstSeenAt: START + DAY,
      lastSeenAt: START + 2 * DAY,
      lastCheckedAt: START + 3 * DAY,
      since: START + DAY,
      withoutProof: 1,
    });
  });

  it('the last ten verdicts, oldest first', () => {
    const { memory } = live(`live 0h${', wall+1h, live+1h'.repeat(6)}`);
    expect(memory.lastVerdicts).toHaveLength(10);
    expect(memory.lastVerdicts.at(-1)).toEqual({ at: START + 12 * HOUR, verdict: 'live' });
    expect(memory.lastVerdicts.at(0)).toEqual({ at: START + 3 * HOUR, verdict: 'unverifiable' });
  });

  it('survives JSON', () => {
    const { memory } = live('live 0h, absent 1d, down 2d, wall 3d');
    expect(JSON.parse(JSON.stringify(memory))).toEqual(memory);
  });

  it('a change names where from, where to and when', () => {
    const { told } = live('live 0h, absent 1d, absent 2d, absent 3d');
    expect(told.at(-1)).toEqual({ kind: 'lost', from: 'live', to: 'removed', at: START + 3 * DAY });
  });

  it('every told change and every open state can be reached', () => {
    const histories = [
      'live 0h, differs 1d, differs 2d, live 3d',
      'live 0h, down 1d, down 2d, down 8d, down 31d',
      'live 0h, wall 1d, wall 2d, wall 3d, wall 4d, wall 5d, absent 6d, absent 7d, absent 8d',
    ];
    const told = new Set(histories.flatMap((history) => live(history).told.map(({ kind }) => kind)));
    expect([...told].sort()).toEqual([...TOLD_CHANGES].sort());
    expect(PLACEMENT_STATES).toHaveLength(10);
  });
});
