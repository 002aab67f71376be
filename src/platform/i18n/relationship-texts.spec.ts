import { describe, expect, it } from '@jest/globals';
import type { Told } from '../../core/relationships/linking-site.js';
import type { LinkCounts } from '../../core/relationships/relationship.js';
import {
  type RelationshipFacts,
  relationshipSentence,
} from '../../core/relationships/relationship-sentence.js';
import { relationshipText } from './relationship-texts.js';

const NONE: LinkCounts = {
  toldState: null,
  toUsLive: 0,
  toUsLost: 0,
  toUsUnknown: 0,
  toThemLive: 0,
  toThemLost: 0,
  toThemUnknown: 0,
};
const READ_AT = Date.UTC(2026, 10, 19, 23, 30);
const facts = (counts: Partial<LinkCounts>, more: Partial<RelationshipFacts> = {}): RelationshipFacts => ({
  counts: { ...NONE, ...counts },
  ownSiteReadAt: null,
  told: null,
  reason: null,
  reasonNote: '',
  ...more,
});

const told = (changes: Partial<Told>): Told => ({
  ...{ state: 'live', source: 'ahrefs', linkCount: 12, observedAt: Date.UTC(2026, 10, 20) },
  ...changes,
});

describe('relationshipText', () => {
  it.each<[RelationshipFacts, string, string]>([
    [
      facts(
        { toUsLive: 2, toThemLive: 1 },
        { reason: 'tool_and_tutorial', reasonNote: 'their readers use our calculator.' },
      ),
      'They link to us twice, we link to them once. Why: tool and tutorial; their readers use our calculator.',
      'Zij linken twee keer naar ons, wij linken één keer naar hen. Waarom: tool en uitleg; their readers use our calculator.',
    ],
    [
      facts({ toUsLive: 5 }, { ownSiteReadAt: READ_AT }),
      'They link to us 5 times, no link to them was found on our site on November 20, 2026.',
      'Zij linken 5 keer naar ons, op onze site werd op 20 november 2026 geen link naar hen gevonden.',
    ],
    [
      facts({ toUsLost: 1, toThemUnknown: 1 }, { reason: 'other', reasonNote: 'We met at a fair' }),
      'They linked to us once, no longer, whether we link to them is not known. Why: We met at a fair.',
      'Zij linkten ooit naar ons, nu niet meer, of wij naar hen linken, is niet bekend. Waarom: We met at a fair.',
    ],
    [
      facts({ toldState: 'live', toUsLost: 1 }, { told: told({}) }),
      'Ahrefs tells of 12 links from them to us, as of November 20, 2026 and without the pages, whether we link to them is not known.',
      'Ahrefs noemt 12 links van hen naar ons, op 20 november 2026 en zonder de pagina’s, of wij naar hen linken, is niet bekend.',
    ],
    [
      facts({ toldState: 'live', toThemLive: 1 }, { told: told({ source: 'other', linkCount: null }) }),
      'An imported list says that they link to us, as of November 20, 2026 and without the pages, we link to them once.',
      'Een geïmporteerde lijst zegt dat zij naar ons linken, op 20 november 2026 en zonder de pagina’s, wij linken één keer naar hen.',
    ],
    [
      facts({ toldState: 'lost' }, { told: told({ state: 'lost', source: 'semrush', linkCount: null }) }),
      'Semrush says that they no longer link to us, as of November 20, 2026, whether we link to them is not known.',
      'Semrush zegt dat zij niet meer naar ons linken, op 20 november 2026, of wij naar hen linken, is niet bekend.',
    ],
  ])('%j', (given, english, dutch) => {
    const sentence = relationshipSentence(given);
    expect(relationshipText(sentence, { locale: 'en', timeZone: 'Europe/Amsterdam' })).toBe(english);
    expect(relationshipText(sentence, { locale: 'nl', timeZone: 'Europe/Amsterdam' })).toBe(dutch);
  });
});
