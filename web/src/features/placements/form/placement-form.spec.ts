import { describe, expect, it } from '@jest/globals';
import {
  changeBody,
  changedElsewhere,
  type DraftFaults,
  emptyDraft,
  faultsOf,
  isFaultless,
  newBody,
  type PlacementDraft,
} from './placement-form.js';

const BRAND = '019aa000-0000-7000-8000-000000000001';
const aDraft = (given: Partial<PlacementDraft> = {}): PlacementDraft => ({
  ...emptyDraft(BRAND, ''),
  source: 'https://blog.example/post',
  target: 'https://shop.example/guide',
  ...given,
});
const agreed = (value: string, reference = ''): PlacementDraft['terms'] => {
  const { terms } = emptyDraft('', '');
  return {
    ...terms,
    terms: { ...terms.terms, rel: { standing: 'agreed', value } },
    source: { kind: 'person', reference, agreedOn: '' },
  };
};

describe('faultsOf', () => {
  it.each<[string, PlacementDraft, DraftFaults]>([
    ['a filled form has none', aDraft(), { fields: {}, terms: {}, source: null }],
    [
      'an empty form says what is missing',
      emptyDraft('', ''),
      { fields: { source: 'missing', target: 'missing', brandId: 'brandMissing' }, terms: {}, source: null },
    ],
    [
      'words are no address',
      aDraft({ target: 'our page' }),
      { fields: { target: 'addressWrong' }, terms: {}, source: null },
    ],
    [
      'an agreed term needs its source',
      aDraft({ terms: agreed('follow') }),
      { fields: {}, terms: {}, source: 'reference_missing' },
    ],
  ])('%s', (_, draft, faults) => {
    expect(faultsOf(emptyDraft('', ''), draft)).toEqual(faults);
    expect(isFaultless(faults)).toBe(faults.source === null && Object.keys(faults.fields).length === 0);
  });
});

describe('newBody', () => {
  it.each<[string, Partial<PlacementDraft>, object]>([
    ['a page is a source address', {}, { sourceUrl: 'https://blog.example/post' }],
    ['a bare host is only a site', { source: ' blog.example ' }, { site: 'blog.example' }],
    ['a missing scheme is https', { target: 'shop.example/x' }, { targetUrl: 'https://shop.example/x' }],
    ['own network is a label', { isOwnNetwork: true }, { label: 'own_network' }],
    [
      'an agreed term goes with its source',
      { terms: agreed('follow', 'Sanne') },
      {
        terms: { rel: { standing: 'agreed', value: 'follow' } },
        source: { kind: 'person', reference: 'Sanne' },
      },
    ],
  ])('%s', (_, given, part) => {
    expect(newBody(aDraft(given))).toMatchObject(part);
  });

  it('leaves out what was not said', () => {
    expect(newBody(aDraft())).toEqual({
      brandId: BRAND,
      sourceUrl: 'https://blog.example/post',
      targetUrl: 'https://shop.example/guide',
      type: 'editorial',
      compensation: 'none',
    });
  });
});

describe('changeBody', () => {
  it.each<[string, Partial<PlacementDraft>, object]>([
    ['nothing changed sends nothing', {}, {}],
    [
      'a page that was found',
      { source: 'https://blog.example/found' },
      { sourceUrl: 'https://blog.example/found' },
    ],
    ['an owner taken away', { owner: '' }, { ownerMemberId: null }],
    ['a label taken away', { isOwnNetwork: false }, { label: null }],
    [
      'a source of nothing newly agreed is not sent',
      { terms: { ...aDraft().terms, source: { kind: 'note', reference: 'x', agreedOn: '' } } },
      {},
    ],
  ])('%s', (_, given, body) => {
    const before = aDraft({ owner: 'me', isOwnNetwork: true });
    expect(changeBody(before, { ...before, ...given })).toEqual(body);
  });

  it('names what somebody else changed', () => {
    expect(changedElsewhere(aDraft(), aDraft({ notes: 'new', terms: agreed('ugc') }))).toEqual([
      'notes',
      'rel',
    ]);
  });
});
