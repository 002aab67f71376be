import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR, live, memoryIn, START } from '../../../test/builders/memory.js';
import { rememberMove } from './memory.js';
import { freshMemory, type PlacementMemory } from './placement-memory.js';
import { nextCheck, SCHEDULE_DEFAULTS } from './schedule.js';

const MIDDLE = 0.5;

function due(
  memory: PlacementMemory,
  changes: { compensated?: boolean; hasNewOwner?: boolean; jitter?: number } = {},
): string {
  const next = nextCheck(memory, { now: START, compensated: false, jitter: MIDDLE, ...changes });
  if (next === null) return 'never';
  return `${next.reason} ${((next.at - (memory.lastCheckedAt ?? START)) / HOUR).toFixed(2)}h`;
}

describe('nextCheck', () => {
  it.each<[string, PlacementMemory, string]>([
    ['a new placement is due now', freshMemory(START, 'added'), 'first 0.00h'],
    ['awaited daily', memoryIn('awaited'), 'regular 24.00h'],
    ['just seen live: in a day', memoryIn('live'), 'regular 24.00h'],
    ['a day later: at seven days', live('live 0h, live 1d').memory, 'regular 144.00h'],
    ['a little before the day is that day', live('live 0h, live 23h').memory, 'regular 145.00h'],
    ['at seven days: in a week', live('live 0h, live 1d, live 7d').memory, 'regular 168.00h'],
    ['a little before them too', live('live 0h, live 1d, live 6.7d').memory, 'regular 168.00h'],
    ['ever after: weekly', live('live 0h, live 1d, live 90d').memory, 'regular 168.00h'],
    ['differs daily', memoryIn('differs'), 'regular 24.00h'],
    ['site_down daily', memoryIn('site_down'), 'regular 24.00h'],
    ['site_gone monthly', memoryIn('site_gone'), 'regular 720.00h'],
    ['freshly removed daily', memoryIn('removed'), 'regular 24.00h'],
    ['removed 29 days ago daily', live('absent+29d', memoryIn('removed')).memory, 'regular 24.00h'],
    ['removed 30 days ago monthly', live('absent+30d', memoryIn('removed')).memory, 'regular 720.00h'],
    ['check_by_hand like others', memoryIn('check_by_hand'), 'regular 24.00h'],
    [
      'check_by_hand for weeks: weekly',
      live('wall+30d', memoryIn('check_by_hand')).memory,
      'regular 168.00h',
    ],
    ['ended never', rememberMove(memoryIn('live'), 'ended', START), 'never'],
    ['released never', rememberMove(memoryIn('live'), 'released', START), 'never'],
    ['replaced never', rememberMove(memoryIn('live'), 'replaced', START), 'never'],
    [
      'the first absence is looked at after 2 hours',
      live('live 0h, absent 90d').memory,
      'absent_recheck 2.25h',
    ],
    ['then after 12', live('live 0h, absent 90d, absent+2.2h').memory, 'absent_recheck 10.05h'],
    ['then after 24', live('live 0h, absent 90d, absent+12.2h').memory, 'absent_recheck 12.05h'],
    ['then after 48', live('live 0h, absent 90d, absent+24.2h').memory, 'absent_recheck 24.05h'],
    ['beyond that every 6 hours', live('live 0h, absent 90d, absent+48h').memory, 'absent_recheck 6.25h'],
    [
      'a suspicion in site_down is followed as well',
      live('absent+1d', memoryIn('site_down')).memory,
      'absent_recheck 2.25h',
    ],
    [
      'the first difference is looked at within a day',
      live('live 0h, differs 90d').memory,
      'differs_recheck 18.00h',
    ],
    [
      'a difference still open every 6 hours',
      live('live 0h, differs 90d, down+19h, absent+1h').memory,
      'absent_recheck 2.25h',
    ],
    [
      'with absences away',
      live('live 0h, differs 90d, down+1h, down+1h, down+18h').memory,
      'differs_recheck 6.00h',
    ],
    ['no proof is tried after an hour', live('live 0h, down 90d').memory, 'retry 1.00h'],
    ['then after six', live('live 0h, down 90d, wall+1h').memory, 'retry 6.00h'],
    ['then daily', live('live 0h, down 90d, wall+1h, gone+6h').memory, 'retry 24.00h'],
    ['and daily on', live('live 0h, down 90d, down+1h, down+6h, down+24h').memory, 'retry 24.00h'],
    ['an awaited one without proof is tried soon too', live('down 0h').memory, 'retry 1.00h'],
    [
      'without proof while an absence is suspected',
      live('live 0h, absent 90d, down+2.2h').memory,
      'retry 1.00h',
    ],
    ['a removed one is not retried', live('down+1d', memoryIn('removed')).memory, 'regular 24.00h'],
    ['a gone one is not retried', live('down+1d', memoryIn('site_gone')).memory, 'regular 720.00h'],
  ])('%s', (_, memory, expected) => {
    expect(due(memory)).toBe(expected);
  });

  it.each<[string, PlacementMemory, string]>([
    ['a compensated live one daily', live('live 0h, live 1d, live 90d').memory, 'regular 24.00h'],
    [
      'a compensated one in a person’s hands daily',
      live('wall+30d', memoryIn('check_by_hand')).memory,
      'regular 24.00h',
    ],
    ['a compensated site_gone monthly', memoryIn('site_gone'), 'regular 720.00h'],
    [
      'a compensated one removed long ago monthly',
      live('absent+30d', memoryIn('removed')).memory,
      'regular 720.00h',
    ],
  ])('%s', (_, memory, expected) => {
    expect(due(memory, { compensated: true })).toBe(expected);
  });

  it.each<[string, PlacementMemory, number, string]>([
    ['chance moves a turn 5 % sooner', memoryIn('differs'), 0, 'regular 22.80h'],
    ['or later', memoryIn('differs'), 1, 'regular 25.20h'],
    ['never a recheck sooner', live('live 0h, absent 90d').memory, 0, 'absent_recheck 2.00h'],
    ['but up to half an hour later', live('live 0h, absent 90d').memory, 1, 'absent_recheck 2.50h'],
    ['a difference from 12 hours on', live('live 0h, differs 90d').memory, 0, 'differs_recheck 12.00h'],
    ['to 24', live('live 0h, live 1d, live 83d, differs 90d').memory, 1, 'differs_recheck 24.00h'],
  ])('%s', (_, memory, jitter, expected) => {
    expect(due(memory, { jitter })).toBe(expected);
  });

  it('without retries in the settings no proof waits a day', () => {
    const { memory } = live('live 0h, down 90d');
    const settings = { ...SCHEDULE_DEFAULTS, retries: [] };
    const next = nextCheck(memory, { now: START, compensated: false, jitter: MIDDLE }, settings);
    expect(next).toEqual({ at: START + 91 * DAY, reason: 'retry' });
  });
});

describe('nextCheck after the site changed hands', () => {
  it.each<[string, PlacementMemory, boolean, string]>([
    ['what is gone is looked at weekly', memoryIn('site_gone'), false, 'regular 168.00h'],
    ['removed long ago: weekly', live('absent+30d', memoryIn('removed')).memory, false, 'regular 168.00h'],
    ['what is weekly stays weekly', live('live 0h, live 1d, live 90d').memory, false, 'regular 168.00h'],
    ['what is daily stays daily', memoryIn('differs'), false, 'regular 24.00h'],
    ['a compensated link stays daily', live('live 0h, live 1d, live 90d').memory, true, 'regular 24.00h'],
    ['what is closed stays so', rememberMove(memoryIn('live'), 'ended', START), false, 'never'],
  ])('%s', (_, memory, compensated, expected) => {
    expect(due(memory, { compensated, hasNewOwner: true })).toBe(expected);
  });
});
