import { expect, it } from '@jest/globals';
import type { RecordMapping } from './record-field.js';
import { toolOfImport } from './tool-of-import.js';

it.each<[string, string, RecordMapping, string]>([
  ['by its format', 'ahrefs_referring_domains', {}, 'ahrefs'],
  [
    'by its format, whatever figures it holds',
    'semrush_referring_domains',
    { 'metric.moz.spam_score': 1 },
    'semrush',
  ],
  ['by its format of two words', 'search_console_sites', {}, 'search_console'],
  [
    'by whose figures it holds',
    '',
    { site: 0, 'metric.moz.domain_authority': 1, 'metric.moz.spam_score': 2 },
    'moz',
  ],
  [
    'by nothing where the figures are of two',
    '',
    { 'metric.moz.spam_score': 1, 'metric.ahrefs.domain_rating': 2 },
    'other',
  ],
  ['by nothing where nothing tells', 'generic_sites', { site: 0 }, 'other'],
  ['by nothing where nobody knows the tool', '', { 'metric.sometool.score': 1 }, 'other'],
])('a list is known %s', (_, format, mapping, tool) => {
  expect(toolOfImport(format, mapping)).toBe(tool);
});
