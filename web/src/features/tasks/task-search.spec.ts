import { describe, expect, it } from '@jest/globals';
import { readTaskSearch, taskFilter } from './task-search.js';

const ME = '01900000-0000-7000-8000-000000000001';
const OTHER = '01900000-0000-7000-8000-000000000002';

describe('the address of the list of tasks', () => {
  it.each<[string, Record<string, unknown>, object]>([
    ['says mine when it says nothing', {}, { assigneeMemberId: ME }],
    ['says everybody’s', { whose: 'all' }, {}],
    ['says nobody’s', { whose: 'nobody' }, { assigneeMemberId: 'none' }],
    ['says another one’s', { whose: OTHER }, { assigneeMemberId: OTHER }],
    [
      'says what is overdue of a client',
      { state: 'overdue', client: OTHER, whose: 'all' },
      { state: 'overdue', clientId: OTHER },
    ],
    [
      'drops what it does not understand',
      { state: 'lost', whose: 'x', kind: 'sing', dueTo: 'soon' },
      { assigneeMemberId: ME },
    ],
    [
      'says a kind and a day',
      { kind: 'draft', dueTo: '2026-11-20', whose: 'all' },
      { kind: 'draft', dueTo: '2026-11-20' },
    ],
  ])('%s', (_, raw, filter) => {
    expect(taskFilter(readTaskSearch(raw), ME)).toEqual(filter);
  });
});
