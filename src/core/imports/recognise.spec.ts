import { describe, expect, it } from '@jest/globals';
import { metricRule } from '../sites/metrics.js';
import { FORMATS } from './formats/registry.js';
import { recognise } from './recognise.js';
import type { RecordMapping } from './record-field.js';

const address = 'https://blog.example/a';

describe('columns of a sheet', () => {
  it.each<[string, readonly string[], readonly string[], RecordMapping]>([
    [
      'the names of the command line',
      ['source_url', 'target_url', 'rel', 'anchor', 'match'],
      [],
      { source_url: 0, target_url: 1, rel: 2, anchor: 3, match: 4 },
    ],
    [
      'Dutch headers',
      ['Bronpagina', 'Doelpagina', 'Ankertekst', 'Vergoeding'],
      [],
      { source_url: 0, target_url: 1, anchor: 2, compensation: 3 },
    ],
    [
      'case, accents and punctuation do not matter',
      ['SOURCE-URL ', ' Target  Page', 'Sóort'],
      [],
      { source_url: 0, target_url: 1, type: 2 },
    ],
    [
      'columns in any order',
      ['Notes', 'Link to', 'URL from'],
      [],
      { notes: 0, target_url: 1, source_url: 2 },
    ],
    [
      'an exact name wins over a vague one',
      ['Source', 'Source URL', 'Target'],
      [],
      { source_url: 1, target_url: 2 },
    ],
    [
      'unknown headers over addresses: the linking page first',
      ['Where', 'To'],
      [address, 'https://shop.example/'],
      { source_url: 0, target_url: 1 },
    ],
    [
      'an unknown header over addresses is a site, one over other text stays unmapped',
      ['Where', 'Colour'],
      [address, 'blue'],
      { site: 0 },
    ],
    ['nothing known, nothing proposed', ['x', 'y'], ['1', '2'], {}],
  ])('%s', (_, headers, sample, mapping) => {
    expect(
      recognise({ headers, sample: sample.length > 0 ? [sample] : [], hasHeader: true }).mapping,
    ).toEqual(mapping);
  });
});

it('every figure that a format names is one its source measures, so that none is dropped', () => {
  const named = FORMATS.flatMap(({ id, columns }) =>
    Object.keys(columns)
      .filter((field) => field.startsWith('metric.'))
      .map((field) => [id, ...field.split('.').slice(1)] as const),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(([, source = '', metric = '']) => metricRule(source, metric) === null)).toEqual([]);
});
