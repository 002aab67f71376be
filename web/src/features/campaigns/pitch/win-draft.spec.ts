import { describe, expect, it } from '@jest/globals';
import { type AgreedDraft, missingIn, type WinDraft, wishOf } from './win-draft.js';

const link: AgreedDraft = {
  key: 0,
  sourceUrl: '',
  targetUrl: 'https://shop.example/guide',
  anchor: ' the guide ',
  rel: 'follow',
  compensation: 'none',
  dueOn: '',
  durationUntil: '',
};
const draft: WinDraft = { placements: [link], sourceKind: 'note', reference: 'Mail', agreedOn: '' };

describe('what was agreed', () => {
  it('is sent without what says nothing', () => {
    expect(wishOf(draft, 3)).toEqual({
      revision: 3,
      placements: [{ targetUrl: link.targetUrl, anchor: 'the guide', rel: 'follow', compensation: 'none' }],
      source: { kind: 'note', reference: 'Mail' },
    });
  });

  it.each<[string, WinDraft, boolean, readonly string[]]>([
    ['nothing is missing', draft, true, []],
    [
      'a target is needed',
      { ...draft, placements: [{ ...link, targetUrl: ' ' }] },
      true,
      ['placements.0.targetUrl'],
    ],
    ['without a site the page is needed', draft, false, ['placements.0.sourceUrl']],
    ['the source is needed', { ...draft, reference: '' }, true, ['source.reference']],
  ])('%s', (_, given, hasSite, expected) => {
    expect(missingIn(given, hasSite)).toEqual(expected);
  });
});
