import { describe, expect, it } from '@jest/globals';
import {
  type RelationshipFacts,
  relationshipSentence,
} from '../../core/relationships/relationship-sentence.js';
import { relationshipText } from './relationship-texts.js';

const NONE = { toUsLive: 0, toUsLost: 0, toUsUnknown: 0, toThemLive: 0, toThemLost: 0, toThemUnknown: 0 };
const READ_AT = Date.UTC(2026, 10, 19, 23, 30);
const facts = (counts: Partial<typeof NONE>, more: Partial<RelationshipFacts> = {}): RelationshipFacts => ({
  counts: { ...NONE, ...counts },
  ownSiteReadAt: null,
  reason: null,
  reasonNote: '',
  ...more,
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
  ])('%j', (given, english, dutch) => {
    const sentence = relationshipSentence(given);
    expect(relationshipText(sentence, { locale: 'en', timeZone: 'Europe/Amsterdam' })).toBe(english);
    expect(relationshipText(sentence, { locale: 'nl', timeZone: 'Europe/Amsterdam' })).toBe(dutch);
  });
});
