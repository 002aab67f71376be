import { describe, expect, it } from '@jest/globals';
import type { ImportMapping } from '../../api/import-views.js';
import { fieldOf, missingFields, withColumn } from './column-mapping.js';

const MAPPING: ImportMapping = { source_url: 0, target_url: 1, rel: 3 };

describe('what columns are read as', () => {
  it.each([
    [0, 'source_url'],
    [3, 'rel'],
    [2, null],
  ])('column %s is %s', (column, field) => {
    expect(fieldOf(MAPPING, column)).toBe(field);
  });

  it.each<[string, number, 'anchor' | 'rel' | null, ImportMapping]>([
    ['a free column takes a free field', 2, 'anchor', { source_url: 0, target_url: 1, rel: 3, anchor: 2 }],
    ['a field moves from its column', 2, 'rel', { source_url: 0, target_url: 1, rel: 2 }],
    ['a column takes another field', 3, 'anchor', { source_url: 0, target_url: 1, anchor: 3 }],
    ['a column is left out', 3, null, { source_url: 0, target_url: 1 }],
  ])('%s', (_, column, field, wanted) => {
    expect(withColumn(MAPPING, column, field)).toEqual(wanted);
  });

  it('both addresses are needed', () => {
    expect(missingFields(MAPPING)).toEqual([]);
    expect(missingFields({ rel: 0 })).toEqual(['source_url', 'target_url']);
  });
});
