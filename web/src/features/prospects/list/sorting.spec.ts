import { describe, expect, it } from '@jest/globals';
import { directionOf, nextSort } from './sorting.js';

describe('sorting by the head of a column', () => {
  it('goes through the usual way, the other way, and back to the newest', () => {
    const one = nextSort({}, { sort: 'site' });
    expect(directionOf(one, { sort: 'site' })).toBe('ascending');
    const two = nextSort(one, { sort: 'site' });
    expect(directionOf(two, { sort: 'site' })).toBe('descending');
    expect(nextSort(two, { sort: 'site' }).sort).toBeUndefined();
  });

  it('figures begin with the largest', () => {
    expect(directionOf(nextSort({}, { sort: 'fit' }), { sort: 'fit' })).toBe('descending');
  });

  it('two figures are two sorts', () => {
    const by = { sort: 'metric', metric: 'moz.domain_authority' };
    const sorted = nextSort({}, by);
    expect(sorted).toMatchObject(by);
    expect(directionOf(sorted, { sort: 'metric', metric: 'ahrefs.domain_rating' })).toBeUndefined();
  });
});
