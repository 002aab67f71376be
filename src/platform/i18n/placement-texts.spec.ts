import { describe, expect, it } from '@jest/globals';
import { SENTENCE_CODES } from '../../core/placements/sentence.js';
import { FINDING_CODES } from '../../core/verifier/verdict.js';
import { LOCALES } from './catalogue.js';
import { placementSentence } from './placement-texts.js';

const SINCE = Date.UTC(2026, 10, 19, 23, 30);
const params = {
  since: SINCE,
  lastSeen: SINCE,
  finding: 'rel_not_follow',
  rel: 'nofollow',
  anchor: 'a',
  dueOn: '2026-11-01',
  until: '2026-12-24',
};
const english_ = { locale: 'en', timeZone: 'Europe/Amsterdam' } as const;
const dutch_ = { locale: 'nl', timeZone: 'Europe/Amsterdam' } as const;

describe('placementSentence', () => {
  it.each<[Parameters<typeof placementSentence>[0], string, string]>([
    [
      { code: 'differs', params },
      'Live, but a term differs: the link is rel="nofollow".',
      'Live, maar een voorwaarde wijkt af: de link is rel="nofollow".',
    ],
    [
      { code: 'removed', params: { ...params, finding: 'link_absent' } },
      'Removed since November 20, 2026: the page no longer has the link. Last seen on November 20, 2026.',
      'Verwijderd sinds 20 november 2026: de link staat niet meer op de pagina. Laatst gezien op 20 november 2026.',
    ],
    [
      { code: 'awaited.overdue', params },
      'Overdue: the link was due on November 1, 2026 and has not been seen.',
      'Te laat: de link werd verwacht op 1 november 2026 en is niet gezien.',
    ],
    [
      { code: 'awaited', params: { finding: 'none' } },
      'Awaited: the link has not been seen yet.',
      'Verwacht: de link is nog niet gezien.',
    ],
    [
      { code: 'awaited', params: { finding: 'link_absent' } },
      'Awaited: the link has not been seen yet (the page no longer has the link).',
      'Verwacht: de link is nog niet gezien (de link staat niet meer op de pagina).',
    ],
  ])('%j', (sentence, en, nl) => {
    expect(placementSentence(sentence, english_)).toBe(en);
    expect(placementSentence(sentence, dutch_)).toBe(nl);
  });

  it.each(LOCALES)('says every state in %s with every finding, leaving no name of a parameter', (locale) => {
    for (const code of SENTENCE_CODES) {
      for (const finding of ['none', ...FINDING_CODES]) {
        const text = placementSentence({ code, params: { ...params, finding } }, { locale, timeZone: 'UTC' });
        expect(text).toMatch(/^\p{Lu}[^{}]+\.$/u);
        expect(text).not.toMatch(/null|undefined/);
      }
    }
  });
});
