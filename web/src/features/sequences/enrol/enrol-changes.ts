import type { StepEdit } from '../sequences-api.js';

/** What a person changed about pitches before they are enrolled: whom to write to, words of mails, and whom to leave out. */
export interface EnrolChanges {
  readonly contacts: Readonly<Record<string, string>>;
  readonly edits: readonly StepEdit[];
  readonly except: ReadonlySet<string>;
  /** Those that could not be enrolled before they were changed. */
  readonly refused: ReadonlySet<string>;
}

export const NO_CHANGES: EnrolChanges = { contacts: {}, edits: [], except: new Set(), refused: new Set() };

/** The changes, knowing of a pitch that is about to be changed for the first time whether it could be enrolled as it was. */
export function knowing(
  changes: EnrolChanges,
  { pitchId, canEnroll }: { readonly pitchId: string; readonly canEnroll: boolean },
): EnrolChanges {
  if (canEnroll || changedPitches(changes).has(pitchId)) return changes;
  return { ...changes, refused: new Set([...changes.refused, pitchId]) };
}

/** The changes with another person to write to. */
export function withContact(changes: EnrolChanges, pitchId: string, contactId: string): EnrolChanges {
  return { ...changes, contacts: { ...changes.contacts, [pitchId]: contactId } };
}

/** The changes with a mail in other words; what was written for it before is gone. */
export function withEdit(changes: EnrolChanges, edit: StepEdit): EnrolChanges {
  const others = changes.edits.filter(
    ({ pitchId, stepNo }) => pitchId !== edit.pitchId || stepNo !== edit.stepNo,
  );
  return { ...changes, edits: [...others, edit] };
}

/** The changes with a pitch left out, or taken in again. */
export function withoutPitch(changes: EnrolChanges, pitchId: string, isOut: boolean): EnrolChanges {
  const except = new Set(changes.except);
  if (isOut) except.add(pitchId);
  else except.delete(pitchId);
  return { ...changes, except };
}

/** The chosen contacts as the API takes them. */
export function contactsOf({ contacts }: EnrolChanges): { pitchId: string; contactId: string }[] {
  return Object.entries(contacts).map(([pitchId, contactId]) => ({ pitchId, contactId }));
}

/**
 * How many a check's enrolment takes: those found able, and those refused that were changed since, without those left out.
 */
export function enrolCount(able: number, { except, refused }: EnrolChanges): number {
  const mended = [...refused].filter((id) => !except.has(id));
  const out = [...except].filter((id) => !refused.has(id));
  return able + mended.length - out.length;
}

function changedPitches({ contacts, edits }: EnrolChanges): ReadonlySet<string> {
  return new Set([...Object.keys(contacts), ...edits.map(({ pitchId }) => pitchId)]);
}
