import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { KIND_PROBLEMS } from '../../src/core/campaigns/kind-problem.js';
import { fromRoot } from '../../src/platform/paths.js';

it('docs/campaign-kinds.md explains every fault of a kind, in order, and nothing else', () => {
  const guide = readFileSync(fromRoot('docs', 'campaign-kinds.md'), 'utf8');
  const explained = [...guide.matchAll(/^\| `([a-z_]+)` \| \S/gm)].map(([, code]) => code);
  expect(explained).toEqual([...KIND_PROBLEMS]);
});
