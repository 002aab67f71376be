import { describe, expect, it } from '@jest/globals';
import { linking, NO_ANSWER, said } from '../../../test/builders/judged.js';
import { agreed, anOccurrence, aPage, aVisit, expected, someTerms } from '../../../test/builders/visit.js';
import type { Terms } from '../placements/terms.js';
import type { Visit } from './facts.js';
import type { JudgeContext } from './judge-context.js';

describe('rel', () => {
  const noindex = { noindex: false, nofollow: true, unavailableAfter: null };
  it.each<[string, Terms['rel'], string[], string]>([
    ['agreed follow is met by a bare link', agreed('follow'), [], 'live:'],
    ['agreed follow is not met by nofollow', agreed('follow'), ['nofollow'], 'differs: rel_not_follow'],
    ['agreed follow is not met by ugc', agreed('follow'), ['ugc'], 'differs: rel_not_follow'],
    ['agreed follow is not met by sponsored', agreed('follow'), ['sponsored'], 'differs: rel_not_follow'],
    [
      'agreed follow is not met by nofollow after a comma',
      agreed('follow'),
      ['external,nofollow'],
      'differs: rel_not_follow',
    ],
    ['expected follow only warns', expected('follow'), ['nofollow'], 'live: ?rel_not_follow'],
    ['unknown rel is not judged', { standing: 'unknown' }, ['nofollow'], 'live:'],
    ['agreed nofollow is not met by a bare link', agreed('nofollow'), [], 'differs: rel_not_nofollow'],
    ['agreed nofollow is met by sponsored', agreed('nofollow'), ['sponsored'], 'live:'],
    ['agreed sponsored is met by nofollow', agreed('sponsored'), ['nofollow'], 'live:'],
    ['agreed sponsored is not met by ugc alone', agreed('sponsored'), ['ugc'], 'differs: rel_ugc_only'],
    ['agreed sponsored is not met by nothing', agreed('sponsored'), ['noopener'], 'differs: rel_unlabelled'],
    ['expected sponsored only warns', expected('sponsored'), [], 'live: ?rel_unlabelled'],
    ['agreed ugc is met by nofollow', agreed('ugc'), ['nofollow'], 'live:'],
    ['agreed ugc is not met by sponsored', agreed('ugc'), ['sponsored'], 'differs: rel_not_ugc'],
    ['any is met by all', agreed('any'), ['nofollow', 'ugc'], 'live:'],
  ])('%s', (_, rel, tokens, answer) => {
    expect(said(linking({ rel: tokens }), someTerms({ rel }))).toBe(answer);
  });

  it('a page-level nofollow breaks agreed follow', () => {
    const visit = aVisit({ page: aPage({ occurrences: [anOccurrence()], googlebot: noindex }) });
    expect(said(visit, someTerms({ rel: agreed('follow') }))).toBe('differs: rel_not_follow');
  });
});

describe('labels and our own part', () => {
  it.each<[string, Terms['rel'], string[], Partial<JudgeContext>, string]>([
    [
      'a compensated link without label warns us',
      { standing: 'unknown' },
      [],
      {},
      'live: ?compensated_unlabelled',
    ],
    ['ugc is no label', { standing: 'unknown' }, ['ugc'], {}, 'live: ?compensated_unlabelled'],
    ['sponsored is one', { standing: 'unknown' }, ['sponsored'], {}, 'live:'],
    ['nofollow is one', { standing: 'unknown' }, ['nofollow'], {}, 'live:'],
    ['words on the page are one', { standing: 'unknown' }, [], { labelled: true }, 'live:'],
    ['an agreed follow link is met, and warns us', agreed('follow'), [], {}, 'live: ?compensated_unlabelled'],
    [
      'agreed labelling makes it an error',
      agreed('sponsored'),
      [],
      {},
      'differs: rel_unlabelled compensated_unlabelled',
    ],
    [
      'expected labelling warns twice',
      expected('sponsored'),
      [],
      {},
      'live: ?rel_unlabelled ?compensated_unlabelled',
    ],
    ['an uncompensated link needs none', { standing: 'unknown' }, [], { compensated: false }, 'live:'],
  ])('%s', (...[, rel, tokens, context, answer]) => {
    expect(said(linking({ rel: tokens }), someTerms({ rel }), { compensated: true, ...context })).toBe(
      answer,
    );
  });

  it.each<[string, Visit, string]>([
    ['a failing target is said beside a live link', linking({}), 'live: ?target_failing'],
    ['and beside an absent one', aVisit(), 'absent: link_absent ?target_failing'],
    [
      'and when nobody answered',
      aVisit({ ...NO_ANSWER, failure: { code: 'dns', detail: null } }),
      'unreachable: dns ?target_failing',
    ],
  ])('%s', (_, visit, answer) => {
    expect(said(visit, someTerms(), { targetFailing: true })).toBe(answer);
  });
});
