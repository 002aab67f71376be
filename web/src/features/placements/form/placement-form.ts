import type { NewPlacement, PlacementChange, PlacementDetail } from '../../../api/placement-views.js';
import type { Compensation, PlacementType, TermName } from '../../../api/placement-words.js';
import { withoutNothing } from '../../../ui/address-words.js';
import { addressOf, isOnlyASite } from './guess-brand.js';
import {
  changedTerms,
  draftOfTerms,
  emptyTerms,
  newlyAgreed,
  type SourceProblem,
  sourceBody,
  type TermProblem,
  type TermsDraft,
  termProblems,
} from './term-form.js';

/** A placement while it is being written down. */
export interface PlacementDraft {
  /** A page, or only the site while the page is not known. */
  readonly source: string;
  readonly target: string;
  readonly brandId: string;
  readonly type: PlacementType;
  readonly compensation: Compensation;
  readonly isOwnNetwork: boolean;
  readonly labellingAgreed: boolean;
  readonly dueOn: string;
  readonly owner: string;
  readonly notes: string;
  readonly terms: TermsDraft;
}

export type FieldName = 'source' | 'target' | 'brandId';
export type FieldFault = 'missing' | 'addressWrong' | 'brandMissing';

export interface DraftFaults {
  readonly fields: Partial<Record<FieldName, FieldFault>>;
  readonly terms: Partial<Record<TermName, TermProblem>>;
  readonly source: SourceProblem | null;
}

/** An empty form. */
export function emptyDraft(brandId: string, owner: string): PlacementDraft {
  return {
    source: '',
    target: '',
    brandId,
    type: 'editorial',
    compensation: 'none',
    isOwnNetwork: false,
    labellingAgreed: false,
    dueOn: '',
    owner,
    notes: '',
    terms: emptyTerms(),
  };
}

/** The form of a placement that exists. */
export function draftOf(placement: PlacementDetail): PlacementDraft {
  return {
    source: placement.sourceUrl ?? placement.sourceHost,
    target: placement.targetUrl,
    brandId: placement.brandId,
    type: placement.type,
    compensation: placement.compensation,
    isOwnNetwork: placement.label === 'own_network',
    labellingAgreed: placement.labellingAgreed,
    dueOn: placement.dueOn ?? '',
    owner: placement.ownerMemberId ?? '',
    notes: placement.notes,
    terms: draftOfTerms(placement.terms),
  };
}

/** What keeps the form from being saved. `before` is the form as it was opened: only new agreements need a source. */
export function faultsOf(before: PlacementDraft, draft: PlacementDraft): DraftFaults {
  const fields: Partial<Record<FieldName, FieldFault>> = {};
  for (const name of ['source', 'target'] as const) {
    const fault = addressFault(draft[name]);
    if (fault) fields[name] = fault;
  }
  if (draft.brandId === '') fields.brandId = 'brandMissing';
  return { fields, ...termProblems(before.terms, draft.terms) };
}

/** True when nothing keeps the form from being saved. */
export function isFaultless({ fields, terms, source }: DraftFaults): boolean {
  return Object.keys(fields).length === 0 && Object.keys(terms).length === 0 && source === null;
}

function addressFault(typed: string): FieldFault | null {
  if (typed.trim() === '') return 'missing';
  return addressOf(typed) ? null : 'addressWrong';
}

/** True when the terms named in the form need a source now. */
export function needsSource(before: PlacementDraft, draft: PlacementDraft): boolean {
  return newlyAgreed(before.terms, draft.terms).length > 0;
}

/** A new placement in the words of the API. A bare host is a site whose page is not known yet. */
export function newBody(draft: PlacementDraft): NewPlacement {
  const blank = emptyDraft('', '');
  const terms = changedTerms(blank.terms, draft.terms);
  const isSite = isOnlyASite(draft.source);
  return withoutNothing({
    brandId: draft.brandId,
    site: isSite ? draft.source.trim() : undefined,
    sourceUrl: isSite ? undefined : addressOf(draft.source)?.href,
    targetUrl: addressOf(draft.target)?.href ?? draft.target,
    type: draft.type,
    compensation: draft.compensation,
    terms: Object.keys(terms).length > 0 ? terms : undefined,
    source: needsSource(blank, draft) ? sourceBody(draft.terms.source) : undefined,
    ...careBody(draft),
  });
}

function careBody(draft: PlacementDraft) {
  return {
    label: draft.isOwnNetwork ? ('own_network' as const) : undefined,
    labellingAgreed: draft.labellingAgreed || undefined,
    dueOn: draft.dueOn || undefined,
    ownerMemberId: draft.owner || undefined,
    notes: draft.notes.trim() || undefined,
  };
}

const PLAIN: readonly (readonly [keyof PlacementDraft, string, (draft: PlacementDraft) => unknown])[] = [
  ['target', 'targetUrl', (draft) => addressOf(draft.target)?.href],
  ['type', 'type', (draft) => draft.type],
  ['compensation', 'compensation', (draft) => draft.compensation],
  ['isOwnNetwork', 'label', (draft) => (draft.isOwnNetwork ? 'own_network' : null)],
  ['labellingAgreed', 'labellingAgreed', (draft) => draft.labellingAgreed],
  ['dueOn', 'dueOn', (draft) => draft.dueOn || null],
  ['owner', 'ownerMemberId', (draft) => draft.owner || null],
  ['notes', 'notes', (draft) => draft.notes],
];

/** Only what was changed, so a save never writes over what somebody else changed elsewhere. */
export function changeBody(before: PlacementDraft, after: PlacementDraft): Omit<PlacementChange, 'revision'> {
  const body: Record<string, unknown> = {};
  for (const [field, name, value] of PLAIN) if (before[field] !== after[field]) body[name] = value(after);
  if (before.source !== after.source && !isOnlyASite(after.source))
    body['sourceUrl'] = addressOf(after.source)?.href;
  const terms = changedTerms(before.terms, after.terms);
  if (Object.keys(terms).length > 0) body['terms'] = terms;
  const source = needsSource(before, after) ? sourceBody(after.terms.source) : undefined;
  return source ? { ...body, source } : body;
}

/** The fields somebody else changed between two readings of a placement. */
export function changedElsewhere(mine: PlacementDraft, theirs: PlacementDraft): string[] {
  const plain = (['source', ...PLAIN.map(([field]) => field)] as (keyof PlacementDraft)[]).filter(
    (field) => mine[field] !== theirs[field],
  );
  return [...plain, ...Object.keys(changedTerms(mine.terms, theirs.terms))];
}
