import { describe, expect, it } from '@jest/globals';
import { type Stage, warmestStage } from './prospect.js';

describe('warmestStage', () => {
  it.each<[string, Stage[], Stage]>([
    ['no brand knows the site', [], 'unknown'],
    ['one brand', ['contacted'], 'contacted'],
    ['a partner of one brand is a partner', ['declined', 'partner', 'cold'], 'partner'],
    ['who declined once and talks now is engaged', ['declined', 'engaged'], 'engaged'],
    ['declined says more than cold', ['cold', 'declined'], 'declined'],
    ['cold says more than nothing', ['unknown', 'cold'], 'cold'],
  ])('%s', (_, stages, stage) => {
    expect(warmestStage(stages)).toBe(stage);
  });
});
