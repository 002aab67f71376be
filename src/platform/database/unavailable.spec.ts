import { describe, expect, it } from '@jest/globals';
import { databaseTrouble } from './unavailable.js';

const coded = (code: string): Error => Object.assign(new Error('failed'), { code });

describe('databaseTrouble', () => {
  it.each<[string, unknown, ReturnType<typeof databaseTrouble>]>([
    ['a server that shuts down is away', coded('57P01'), 'unavailable'],
    ['a connection that failed is away', coded('08006'), 'unavailable'],
    ['nobody listening is away', coded('ECONNREFUSED'), 'unavailable'],
    ['no connection to be had is away', new Error('timeout exceeded when trying to connect'), 'unavailable'],
    [
      'a connection cut in the middle is away',
      new Error('Connection terminated unexpectedly'),
      'unavailable',
    ],
    [
      'one the driver let go of when it was cut is away',
      new Error('Query runner already released. Cannot run queries anymore.'),
      'unavailable',
    ],
    ['a lock not to be had is busy', coded('55P03'), 'busy'],
    ['a deadlock is busy', coded('40P01'), 'busy'],
    [
      'the error inside of the driver counts',
      Object.assign(new Error('x'), { driverError: coded('57014') }),
      'busy',
    ],
    ['a broken constraint is a bug', coded('23514'), null],
    ['what is no error says nothing', 'away', null],
  ])('%s', (_, error, expected) => {
    expect(databaseTrouble(error)).toBe(expected);
  });
});
