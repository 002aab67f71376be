import { describe, expect, it } from '@jest/globals';
import type { IntakeMode } from '../imports/intake.js';
import { applyFacts, type ContactDraft, EMPTY_DRAFT, summarise } from './contact-draft.js';
import { type ContactFacts, readFacts } from './contact-facts.js';

const said = (facts: Partial<ContactFacts>) => readFacts({ addresses: [], ...facts });
const draftOf = (facts: Partial<ContactFacts>): ContactDraft => applyFacts(EMPTY_DRAFT, said(facts), 'fill');

const ANN = draftOf({
  name: 'Ann Lee',
  addresses: [{ address: 'ann@news.example', status: 'valid' }],
  siteIds: ['site-1'],
  role: 'Editor',
  ground: { ground: 'consent', evidenceUrl: 'https://news.example/' },
});

describe('applyFacts', () => {
  it.each<[string, Partial<ContactFacts>, IntakeMode]>([
    [
      'nothing new',
      { name: 'Ann Lee', addresses: [{ address: 'ANN@news.example' }], siteIds: ['site-1'] },
      'replace',
    ],
    ['other words when only gaps are filled', { name: 'Ann B.', role: 'Chief', siteIds: ['site-1'] }, 'fill'],
    ['empty texts, even when replacing', { name: '', position: ' ', notes: '', language: null }, 'replace'],
    ['another ground when one holds', { ground: { ground: 'other' } }, 'fill'],
    ['the same ground', { ground: { ground: 'consent', evidenceUrl: 'https://news.example/' } }, 'replace'],
    [
      'a status when one is known',
      { addresses: [{ address: 'ann@news.example', status: 'invalid' }] },
      'fill',
    ],
  ])('leaves the very draft at %s', (_, facts, mode) => {
    expect(applyFacts(ANN, said(facts), mode)).toBe(ANN);
  });

  it.each<[string, Partial<ContactFacts>, IntakeMode, object]>([
    [
      'fills what is empty',
      { position: 'Editor', country: 'nl' },
      'fill',
      { fields: { position: 'Editor', country: 'NL' } },
    ],
    ['replaces words', { name: 'Ann  Lee-Moe' }, 'replace', { fields: { name: 'Ann Lee-Moe' } }],
    [
      'adds an address behind the others',
      { addresses: [{ address: 'b@news.example' }] },
      'fill',
      {
        addresses: [{ isMain: true }, { key: 'b@news.example', isMain: false, status: 'unknown' }],
      },
    ],
    [
      'writes a status when replacing',
      { addresses: [{ address: 'ann@news.example', status: 'bounced' }] },
      'replace',
      {
        addresses: [{ status: 'bounced' }],
      },
    ],
    [
      'adds a place with its role',
      { siteIds: ['site-2'], role: 'Guest' },
      'fill',
      {
        places: [
          { siteId: 'site-1', role: 'Editor' },
          { siteId: 'site-2', role: 'Guest', isFormer: false },
        ],
      },
    ],
    [
      'adds a ground when replacing',
      { ground: { ground: 'existing_customer' } },
      'replace',
      {
        grounds: [{ ground: 'consent' }, { ground: 'existing_customer' }],
      },
    ],
  ])('%s', (_, facts, mode, after) => {
    expect(applyFacts(ANN, said(facts), mode)).toMatchObject(after);
  });

  it('gives no ground to who objected', () => {
    const objector = { ...ANN, grounds: [], hasObjected: true };
    expect(applyFacts(objector, said({ ground: { ground: 'consent' } }), 'replace')).toBe(objector);
  });

  it('does not call a former place a current one', () => {
    const former = { ...ANN, places: ANN.places.map((place) => ({ ...place, isFormer: true })) };
    expect(applyFacts(former, said({ siteIds: ['site-1'] }), 'replace')).toBe(former);
  });
});

describe('summarise', () => {
  it('takes the main address, the newest ground, and words with and without accents', () => {
    const draft = draftOf({ name: 'José', position: 'Chef', addresses: [{ address: 'j@news.example' }] });
    expect(summarise(draft)).toEqual({
      nameKey: 'jose',
      mainAddress: 'j@news.example',
      mainAddressStatus: 'unknown',
      ground: null,
      isFormer: false,
      searchText: 'jose josé chef j@news.example',
    });
  });

  it.each<[string, boolean[], boolean]>([
    ['no place', [], false],
    ['a place that goes on', [true, false], false],
    ['places that are over', [true, true], true],
  ])('of somebody with %s', (_, places, isFormer) => {
    const draft = {
      ...ANN,
      places: places.map((former, no) => ({
        siteId: `${no}`,
        publisherId: null,
        role: '',
        isFormer: former,
      })),
    };
    expect(summarise(draft).isFormer).toBe(isFormer);
  });
});
