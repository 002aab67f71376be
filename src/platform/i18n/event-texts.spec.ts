import { describe, expect, it } from '@jest/globals';
import { EVENT_KINDS } from '../../core/events/kinds.js';
import { LOCALES } from './catalogue.js';
import { eventSentence } from './event-texts.js';

describe('eventSentence', () => {
  it('names what was changed once, as people call it', () => {
    const changed = { fields: ['relStanding', 'relValue', 'sourceUrl', 'sourceUrlKey', 'notes'] };
    expect(eventSentence('placement.changed', changed, 'en')).toBe(
      'The placement was changed: rel, page, and notes.',
    );
    expect(eventSentence('placement.changed', changed, 'nl')).toBe(
      'De plaatsing is gewijzigd: rel, pagina en notities.',
    );
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      'placement.state_changed',
      { from: 'live', to: 'check_by_hand' },
      'The state of the placement went from live to check by hand.',
    ],
    ['placement.added', { importId: null }, 'A placement was added.'],
    ['placement.added', { importId: 'x' }, 'A placement was imported.'],
    [
      'link.found',
      { direction: 'to_them', via: 'crawl' },
      'We link to them. Found by the crawl of our own site.',
    ],
    ['link.lost', { direction: 'to_us', via: 'placement' }, 'They no longer link to us.'],
    ['crawl.finished', { isComplete: true, pagesRead: 1 }, 'Our own site was read: 1 page.'],
    [
      'crawl.finished',
      { isComplete: false, pagesRead: 12 },
      'Our own site was read, but not completely: 12 pages.',
    ],
    ['toString', {}, 'Something happened.'],
  ])('%s with %j', (kind, params, text) => {
    expect(eventSentence(kind, params, 'en')).toBe(text);
  });

  it.each(LOCALES)('has a whole sentence in %s for every kind, whatever is not known of it', (locale) => {
    for (const kind of EVENT_KINDS) expect(eventSentence(kind, {}, locale)).toMatch(/^\p{Lu}[^{}]+\.$/u);
  });
});
