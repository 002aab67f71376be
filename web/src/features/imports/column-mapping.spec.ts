import { describe, expect, it } from '@jest/globals';
import type { ImportContentView, ImportMapping } from '../../api/import-views.js';
import {
  bringsPeople,
  fieldsOf,
  freeRemark,
  lacksCurrency,
  mappingFor,
  missingGroups,
  withColumn,
} from './column-mapping.js';

const MAPPING: ImportMapping = { source_url: 0, target_url: 1, rel: 3, link_type: 3 };

const PROSPECTS: ImportContentView = {
  content: 'prospects',
  fields: ['site', 'source_url', 'email', 'notes'],
  required: [['site', 'source_url']],
};

describe('what columns are read as', () => {
  it.each<[number, string[]]>([
    [0, ['source_url']],
    [3, ['rel', 'link_type']],
    [2, []],
  ])('column %s is %j', (column, fields) => {
    expect(fieldsOf(MAPPING, column)).toEqual(fields);
  });

  it.each<[string, number, string | null, ImportMapping]>([
    ['a free column takes a free field', 2, 'anchor', { ...MAPPING, anchor: 2 }],
    ['a field moves from its column', 2, 'rel', { source_url: 0, target_url: 1, rel: 2, link_type: 3 }],
    ['a column of two takes another field', 3, 'anchor', { source_url: 0, target_url: 1, anchor: 3 }],
    ['a column is left out', 3, null, { source_url: 0, target_url: 1 }],
  ])('%s', (_, column, field, wanted) => {
    expect(withColumn(MAPPING, column, field)).toEqual(wanted);
  });

  it.each<[string, ImportMapping, string[][]]>([
    ['one field of a group is enough', { source_url: 0 }, []],
    ['a group without a column is missing whole', { email: 0 }, [['site', 'source_url']]],
  ])('%s', (_, mapping, wanted) => {
    expect(missingGroups(mapping, PROSPECTS.required)).toEqual(wanted);
  });

  it('keeps of a mapping what the other content can hold, figures and remarks always', () => {
    const mapping = { source_url: 0, target_url: 1, 'metric.moz.domain_authority': 2, 'remark.1': 3 };
    expect(mappingFor(PROSPECTS, mapping)).toEqual({
      source_url: 0,
      'metric.moz.domain_authority': 2,
      'remark.1': 3,
    });
  });

  it('gives each kept column a line of the notes of its own', () => {
    expect(freeRemark({})).toBe('remark.1');
    expect(freeRemark({ 'remark.1': 4, 'remark.3': 5 })).toBe('remark.2');
  });

  it.each<[string, Parameters<typeof bringsPeople>, boolean]>([
    ['contacts with addresses are people', ['contacts', { email: 0 }], true],
    ['prospects with names are people', ['prospects', { site: 0, contact_name: 1 }], true],
    ['prospects without are none', ['prospects', { site: 0 }], false],
    ['links never are', ['links_to_us', { email: 0 }], false],
  ])('%s', (_, [content, mapping], wanted) => {
    expect(bringsPeople(content, mapping)).toBe(wanted);
  });

  it('misses a currency only beside a price', () => {
    expect(lacksCurrency({ price: 0 })).toBe(true);
    expect(lacksCurrency({ price_guest_post: 0 })).toBe(true);
    expect(lacksCurrency({ price: 0, currency: 1 })).toBe(false);
    expect(lacksCurrency({})).toBe(false);
  });
});
