import { describe, expect, it } from '@jest/globals';
import { error, info, warning } from './finding.js';
import { brokenRules, unmetTerms } from './finding-counts.js';
import type { Finding } from './verdict.js';

describe('counts of findings', () => {
  it.each<[string, Finding[], { terms: number; rules: number }]>([
    ['no finding counts nothing', [], { terms: 0, rules: 0 }],
    ['an agreed term not met', [error('rel_not_follow')], { terms: 1, rules: 0 }],
    ['two of them', [error('rel_not_follow'), error('not_indexable')], { terms: 2, rules: 0 }],
    ['an expected term that differs is no unmet term', [warning('rel_not_follow')], { terms: 0, rules: 0 }],
    ['a wrong target is an agreed term', [error('wrong_target')], { terms: 1, rules: 0 }],
    ['an absent link is no term', [error('link_absent')], { terms: 0, rules: 0 }],
    ['a paid link without label breaks a rule', [warning('compensated_unlabelled')], { terms: 0, rules: 1 }],
    ['so does a hidden one', [warning('hidden_suspected')], { terms: 0, rules: 1 }],
    ['a redirect breaks none', [info('target_redirects')], { terms: 0, rules: 0 }],
  ])('%s', (_, findings, expected) => {
    expect({ terms: unmetTerms(findings), rules: brokenRules(findings) }).toEqual(expected);
  });
});
