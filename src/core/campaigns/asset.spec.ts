import { describe, expect, it } from '@jest/globals';
import { lacksAddress } from './asset.js';

describe('an asset', () => {
  it.each<[string, Parameters<typeof lacksAddress>[0], boolean]>([
    ['that is ready stands somewhere', { status: 'ready', url: null, targetPageId: null }, true],
    [
      'that is ready can be a page elsewhere',
      { status: 'ready', url: 'https://heron.example/study', targetPageId: null },
      false,
    ],
    ['that is ready can be a target page', { status: 'ready', url: null, targetPageId: 'page' }, false],
    ['that is planned stands nowhere yet', { status: 'planned', url: null, targetPageId: null }, false],
    [
      'that is retired need not be found any more',
      { status: 'retired', url: null, targetPageId: null },
      false,
    ],
  ])('%s', (_, asset, lacks) => {
    expect(lacksAddress(asset)).toBe(lacks);
  });
});
