import { describe, expect, it } from '@jest/globals';
import { type SentenceCode, type SentenceFacts, sentenceOf } from './sentence.js';

const SINCE = 1_700_000_000_000;
const facts = (given: Partial<SentenceFacts>): SentenceFacts => ({
  state: 'live',
  rechecking: false,
  overdue: false,
  isBaselineRemoved: false,
  isPageKnown: true,
  isTargetFailing: false,
  checkedAt: SINCE,
  stateSince: SINCE,
  lastSeenAt: SINCE,
  dueOn: null,
  seenByHandUntil: null,
  findings: [],
  seenRel: null,
  seenAnchor: null,
  ...given,
});
const nofollow = { code: 'rel_not_follow', severity: 'error' } as const;
const anchor = { code: 'anchor_differs', severity: 'warning' } as const;
const absent = { code: 'link_absent', severity: 'error' } as const;
const unlabelled = { code: 'compensated_unlabelled', severity: 'warning' } as const;
const timeout = { code: 'timeout', severity: 'error' } as const;
const redirects = { code: 'target_redirects', severity: 'info' } as const;

describe('sentenceOf', () => {
  it.each<[string, Partial<SentenceFacts>, SentenceCode, string | undefined]>([
    [
      'a page nobody named is waited for',
      { state: 'awaited', isPageKnown: false, checkedAt: null },
      'awaited.page_unknown',
      undefined,
    ],
    [
      'a new one has not been looked at',
      { state: 'awaited', checkedAt: null },
      'awaited.not_checked',
      undefined,
    ],
    [
      'an awaited one says what was found',
      { state: 'awaited', findings: [absent] },
      'awaited',
      'link_absent',
    ],
    [
      'overdue comes first',
      { state: 'awaited', overdue: true, isPageKnown: false },
      'awaited.overdue',
      undefined,
    ],
    [
      'our own failing page explains waiting',
      { state: 'awaited', isTargetFailing: true },
      'awaited.target_failing',
      undefined,
    ],
    ['live is live', {}, 'live', undefined],
    ['a note changes nothing', { findings: [redirects] }, 'live', undefined],
    ['a suspicion is called so', { rechecking: true, findings: [absent] }, 'live.rechecking', 'link_absent'],
    [
      'a sight by hand counts',
      { seenByHandUntil: '2026-12-24', findings: [absent] },
      'live.by_hand',
      undefined,
    ],
    ['our own failing page is told', { isTargetFailing: true }, 'live.target_failing', undefined],
    ['our own deal needs a label', { findings: [anchor, unlabelled] }, 'live.unlabelled', undefined],
    [
      'an expectation is not a breach',
      { findings: [redirects, anchor] },
      'live.not_as_expected',
      'anchor_differs',
    ],
    ['a term differs', { state: 'differs', findings: [anchor, nofollow] }, 'differs', 'rel_not_follow'],
    ['a difference nobody knows', { state: 'differs' }, 'differs', 'none'],
    [
      'a check that could not tell is no reason to differ',
      { state: 'differs', findings: [timeout] },
      'differs',
      'none',
    ],
    ['nor to be removed', { state: 'removed', findings: [timeout] }, 'removed', 'none'],
    [
      'a differing one under suspicion',
      { state: 'differs', rechecking: true, findings: [absent] },
      'differs.rechecking',
      'link_absent',
    ],
    ['a removed one', { state: 'removed', findings: [absent] }, 'removed', 'link_absent'],
    [
      'a removed one that was never seen',
      { state: 'removed', lastSeenAt: null, findings: [absent] },
      'removed.never_seen',
      'link_absent',
    ],
    [
      'gone before it was imported',
      { state: 'removed', isBaselineRemoved: true, findings: [absent] },
      'removed.baseline',
      'link_absent',
    ],
    [
      'a site that is down',
      { state: 'site_down', findings: [{ code: 'dns', severity: 'error' }] },
      'site_down',
      'dns',
    ],
    [
      'a site that is gone',
      { state: 'site_gone', findings: [{ code: 'domain_parked', severity: 'error' }] },
      'site_gone',
      'domain_parked',
    ],
    [
      'one for a person',
      { state: 'check_by_hand', findings: [{ code: 'bot_wall', severity: 'error' }] },
      'check_by_hand',
      'bot_wall',
    ],
    ['ended', { state: 'ended' }, 'ended', undefined],
    ['released', { state: 'released' }, 'released', undefined],
    ['replaced', { state: 'replaced' }, 'replaced', undefined],
  ])('%s', (_, given, code, finding) => {
    const sentence = sentenceOf(facts(given));
    expect(sentence.code).toBe(code);
    expect(sentence.params['finding']).toBe(finding);
  });

  it('carries what was seen instead of what was agreed', () => {
    const { params } = sentenceOf(
      facts({ state: 'differs', findings: [nofollow], seenRel: 'nofollow', seenAnchor: 'our guide' }),
    );
    expect(params).toEqual({
      since: SINCE,
      lastSeen: SINCE,
      finding: 'rel_not_follow',
      rel: 'nofollow',
      anchor: 'our guide',
    });
  });
});
