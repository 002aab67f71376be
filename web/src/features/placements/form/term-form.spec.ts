import { describe, expect, it } from '@jest/globals';
import type { TermName } from '../../../api/placement-words.js';
import {
  changedTerms,
  draftOfTerms,
  emptyTerms,
  newlyAgreed,
  sourceBody,
  type TermDraft,
  type TermsDraft,
  termProblems,
} from './term-form.js';

const with_ = (terms: Partial<Record<TermName, TermDraft>>, rest: Partial<TermsDraft> = {}): TermsDraft => {
  const empty = emptyTerms();
  return { ...empty, ...rest, terms: { ...empty.terms, ...terms } };
};
const AGREED_FOLLOW = { rel: { standing: 'agreed', value: 'follow' } } as const;

describe('the terms of a form', () => {
  it.each<[string, TermsDraft, object]>([
    ['untouched terms say nothing', emptyTerms(), {}],
    [
      'an agreed rel is sent with its value',
      with_(AGREED_FOLLOW),
      { rel: { standing: 'agreed', value: 'follow' } },
    ],
    [
      'indexable is sent as yes or no',
      with_({ indexable: { standing: 'agreed', value: 'true' } }),
      { indexable: { standing: 'agreed', value: true } },
    ],
    [
      'a term nobody knows any more is sent as unknown',
      with_({ rel: { standing: 'unknown', value: 'follow' } }),
      { rel: { standing: 'unknown' } },
    ],
    [
      'an expected term without a value is filled by the server',
      with_({ region: { standing: 'expected', value: ' ' } }),
      { region: { standing: 'expected' } },
    ],
    ['the accepted step is sent when it moved', with_({}, { match: 'exact' }), { match: 'exact' }],
  ])('%s', (_, draft, body) => {
    expect(changedTerms(emptyTerms(), draft)).toEqual(body);
  });

  it('a value typed under another standing is not lost', () => {
    const draft = with_({ anchor: { standing: 'unknown', value: 'our guide' } });
    expect(draft.terms.anchor.value).toBe('our guide');
    expect(changedTerms(emptyTerms(), draft)).toEqual({});
  });

  it('making an expected term agreed is a new agreement', () => {
    const before = draftOfTerms({
      rel: { standing: 'expected', value: 'follow' },
      anchor: { standing: 'unknown', value: null },
      region: { standing: 'unknown', value: null },
      indexable: { standing: 'agreed', value: true },
      duration: { standing: 'agreed', value: '2027-05-01T00:00:00Z' },
      match: 'equivalent',
    });
    expect(before.terms.duration.value).toBe('2027-05-01');
    const after = {
      ...before,
      terms: { ...before.terms, rel: { standing: 'agreed', value: 'follow' } as const },
    };
    expect(newlyAgreed(before, after)).toEqual(['rel']);
    expect(changedTerms(before, after)).toEqual({ rel: { standing: 'agreed', value: 'follow' } });
  });
});

describe('what keeps terms from being saved', () => {
  it.each<[string, TermsDraft, object]>([
    ['nothing agreed needs no source', emptyTerms(), { terms: {}, source: null }],
    [
      'an agreed term needs its value',
      with_({ anchor: { standing: 'agreed', value: '' } }),
      { terms: { anchor: 'value_missing' }, source: 'reference_missing' },
    ],
    ['a new agreement needs its source', with_(AGREED_FOLLOW), { terms: {}, source: 'reference_missing' }],
    [
      'a note needs its date',
      with_(AGREED_FOLLOW, { source: { kind: 'note', reference: 'on the phone', agreedOn: '' } }),
      { terms: {}, source: 'date_missing' },
    ],
    [
      'a person needs no date',
      with_(AGREED_FOLLOW, { source: { kind: 'person', reference: 'Sanne', agreedOn: '' } }),
      { terms: {}, source: null },
    ],
    [
      'half a date is no date',
      with_({ duration: { standing: 'expected', value: '2027-5' } }),
      { terms: { duration: 'value_unknown' }, source: null },
    ],
  ])('%s', (_, draft, problems) => {
    expect(termProblems(emptyTerms(), draft)).toEqual(problems);
  });

  it('a source without words is no source', () => {
    expect(sourceBody({ kind: 'note', reference: ' ', agreedOn: '2026-05-03' })).toBeUndefined();
    expect(sourceBody({ kind: 'note', reference: ' mail ', agreedOn: '2026-05-03' })).toEqual({
      kind: 'note',
      reference: 'mail',
      agreedOn: '2026-05-03',
    });
  });
});
