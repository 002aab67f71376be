import type { TermsView, TermsWish } from '../../../api/placement-views.js';
import {
  type AcceptedStep,
  isWord,
  REGIONS,
  REL_TERMS,
  type SourceKind,
  type Standing,
  TERM_NAMES,
  type TermName,
} from '../../../api/placement-words.js';

/** One term while it is being typed: the value stays even when the standing moves, so nothing typed is lost. */
export interface TermDraft {
  readonly standing: Standing;
  readonly value: string;
}

export interface SourceDraft {
  readonly kind: SourceKind;
  readonly reference: string;
  readonly agreedOn: string;
}

export interface TermsDraft {
  readonly terms: Readonly<Record<TermName, TermDraft>>;
  readonly match: AcceptedStep;
  readonly source: SourceDraft;
}

type TermBody = { readonly standing: Standing; readonly value?: string | boolean };

const UNKNOWN: TermDraft = { standing: 'unknown', value: '' };
const NO_SOURCE: SourceDraft = { kind: 'note', reference: '', agreedOn: '' };

/** A form in which nothing was agreed yet. */
export function emptyTerms(): TermsDraft {
  return {
    terms: {
      rel: { standing: 'expected', value: '' },
      anchor: UNKNOWN,
      region: UNKNOWN,
      indexable: UNKNOWN,
      duration: UNKNOWN,
    },
    match: 'equivalent',
    source: NO_SOURCE,
  };
}

/** The form of a placement that exists. Expected terms keep their value, so they can become agreed in one step. */
export function draftOfTerms(terms: TermsView): TermsDraft {
  const draft = (name: TermName): TermDraft => {
    const term = terms[name];
    const value = term.value === null ? '' : String(term.value);
    return { standing: term.standing, value: name === 'duration' ? value.slice(0, 10) : value };
  };
  return {
    terms: {
      rel: draft('rel'),
      anchor: draft('anchor'),
      region: draft('region'),
      indexable: draft('indexable'),
      duration: draft('duration'),
    },
    match: terms.match,
    source: NO_SOURCE,
  };
}

/** The terms that were changed, in the words of the API; an expected term without a value is filled by the server. */
export function changedTerms(before: TermsDraft, after: TermsDraft): TermsWish {
  const body: Partial<Record<TermName | 'match', TermBody | AcceptedStep>> = {};
  for (const name of TERM_NAMES) {
    const now = after.terms[name];
    if (sameTerm(before.terms[name], now)) continue;
    const one = termBody(name, now);
    if (one) body[name] = one;
  }
  if (before.match !== after.match) body.match = after.match;
  return body as TermsWish;
}

function sameTerm(before: TermDraft, after: TermDraft): boolean {
  if (before.standing !== after.standing) return false;
  return after.standing === 'unknown' || before.value === after.value;
}

function termBody(name: TermName, term: TermDraft): TermBody | null {
  if (term.standing === 'unknown') return { standing: 'unknown' };
  const value = term.value.trim();
  if (value === '') return term.standing === 'expected' ? { standing: 'expected' } : null;
  return { standing: term.standing, value: name === 'indexable' ? value === 'true' : value };
}

/** The names of terms that are newly agreed or whose agreed value changed: these need a source. */
export function newlyAgreed(before: TermsDraft, after: TermsDraft): TermName[] {
  return TERM_NAMES.filter(
    (name) => after.terms[name].standing === 'agreed' && !sameTerm(before.terms[name], after.terms[name]),
  );
}

export type TermProblem = 'value_missing' | 'value_unknown';
export type SourceProblem = 'reference_missing' | 'date_missing';

/** What keeps the terms from being saved: an agreed term needs a value, a new agreement needs its source. */
export function termProblems(
  before: TermsDraft,
  after: TermsDraft,
): { readonly terms: Partial<Record<TermName, TermProblem>>; readonly source: SourceProblem | null } {
  const terms: Partial<Record<TermName, TermProblem>> = {};
  for (const name of TERM_NAMES) {
    const problem = termProblem(name, after.terms[name]);
    if (problem) terms[name] = problem;
  }
  const needsSource = newlyAgreed(before, after).length > 0;
  return { terms, source: needsSource ? sourceProblem(after.source) : null };
}

function termProblem(name: TermName, term: TermDraft): TermProblem | null {
  const value = term.value.trim();
  if (term.standing === 'agreed' && value === '') return 'value_missing';
  if (term.standing === 'unknown' || value === '') return null;
  return isKnownValue(name, value) ? null : 'value_unknown';
}

function isKnownValue(name: TermName, value: string): boolean {
  switch (name) {
    case 'rel':
      return isWord(REL_TERMS, value);
    case 'region':
      return isWord(REGIONS, value);
    case 'indexable':
      return value === 'true' || value === 'false';
    case 'duration':
      return /^\d{4}-\d{2}-\d{2}$/.test(value);
    case 'anchor':
      return true;
  }
}

function sourceProblem(source: SourceDraft): SourceProblem | null {
  if (source.reference.trim() === '') return 'reference_missing';
  return source.kind === 'note' && source.agreedOn === '' ? 'date_missing' : null;
}

/** The source in the words of the API, or nothing when none was typed. */
export function sourceBody(
  source: SourceDraft,
): { kind: SourceKind; reference: string; agreedOn?: string } | undefined {
  const reference = source.reference.trim();
  if (reference === '') return undefined;
  return { kind: source.kind, reference, ...(source.agreedOn ? { agreedOn: source.agreedOn } : {}) };
}
