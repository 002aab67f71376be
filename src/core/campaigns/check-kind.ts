import { type Kind, type OwnField, PITCH_NEEDS } from './kind.js';
import { graphProblems } from './kind-graph.js';
import type { KindProblem, KindProblemCode } from './kind-problem.js';
import { shapeProblems } from './kind-shape.js';
import { NEEDED_LOSSES, PAGE_FIELDS } from './usual-parts.js';

/** A file's value read as a kind, or everything that is wrong with it. */
export type ReadKind =
  | { readonly ok: true; readonly kind: Kind }
  | { readonly ok: false; readonly problems: readonly KindProblem[] };

/** Reads what a file exports as a kind. Its shape is judged first, because nothing else can be said of a kind without one. */
export function readKind(value: unknown): ReadKind {
  const shape = shapeProblems(value);
  if (shape.length > 0) return { ok: false, problems: shape };
  const kind = value as Kind;
  const problems = checkKind(kind);
  return problems.length === 0 ? { ok: true, kind } : { ok: false, problems };
}

/**
 * Everything wrong with a kind of the right shape: keys named twice, stages that are unknown, unreachable or dead ends, ways around what is
 * required, fields and losses that are missing or make no sense, a sequence without its mails.
 */
export function checkKind(kind: Kind): KindProblem[] {
  return [
    ...repeated(kind),
    ...graphProblems(kind),
    ...requirementProblems(kind),
    ...fieldProblems(kind),
    ...lossProblems(kind),
    ...sequenceProblems(kind),
  ];
}

function repeated(kind: Kind): KindProblem[] {
  const lists: Readonly<Record<string, readonly string[]>> = {
    stages: kind.stages.map(({ key }) => key),
    fields: kind.fields.map(({ key }) => key),
    losses: kind.losses.map(({ key }) => key),
    mails: kind.mails,
    sequence: kind.sequence.map(({ purpose }) => purpose),
    ...Object.fromEntries(
      kind.fields.map((field) => [
        `fields.${field.key}.choices`,
        (field.choices ?? []).map(({ key }) => key),
      ]),
    ),
    ...Object.fromEntries(Object.entries(kind.moves).map(([from, to]) => [`moves.${from}`, to])),
  };
  return Object.entries(lists).flatMap(([at, keys]) =>
    keys
      .filter((key, index) => keys.indexOf(key) !== index)
      .map((key) => ({ code: 'repeated_key' as const, at: `${at}.${key}` })),
  );
}

function requirementProblems(kind: Kind): KindProblem[] {
  const known = new Set<string>([...PITCH_NEEDS, ...kind.fields.map(({ key }) => key)]);
  return Object.entries(kind.required).flatMap(([stage, keys]) =>
    keys
      .filter((key) => !known.has(key))
      .map((key) => ({ code: 'unknown_requirement' as const, at: `required.${stage}.${key}` })),
  );
}

function fieldProblems(kind: Kind): KindProblem[] {
  const missing = PAGE_FIELDS.filter(
    (wanted) => !kind.fields.some((field) => field.key === wanted.key && field.type === wanted.type),
  );
  return [
    ...missing.map(({ key }) => ({ code: 'missing_field' as const, at: `fields.${key}` })),
    ...kind.fields.flatMap((field) => settingProblems(kind, field)),
  ];
}

function settingProblems(kind: Kind, field: OwnField): KindProblem[] {
  const at = `fields.${field.key}`;
  const proven = kind.fields.find((other) => other.key === field.proves);
  const misplaced = [
    field.choices !== undefined && field.type !== 'choice',
    (field.min ?? field.max) !== undefined && field.type !== 'number',
    field.onCalendar !== undefined && field.type !== 'date',
    (field.type === 'proof') !== (field.proves !== undefined),
    field.proves !== undefined && proven?.type !== 'url',
  ];
  return [
    ...when(field.type === 'choice' && (field.choices ?? []).length < 2, 'field_without_choices', at),
    ...when(misplaced.includes(true), 'field_setting_out_of_place', at),
    ...when(field.type === 'money' && field.shownFor !== undefined, 'money_shown_to_client', at),
  ];
}

function lossProblems(kind: Kind): KindProblem[] {
  return NEEDED_LOSSES.filter((needed) => !kind.losses.some(({ key }) => key === needed)).map((key) => ({
    code: 'missing_loss' as const,
    at: `losses.${key}`,
  }));
}

function sequenceProblems({ sequence, mails }: Kind): KindProblem[] {
  const [first, ...others] = sequence;
  const isInOrder = (first?.afterWorkingDays ?? 0) === 0 && others.every((mail) => mail.afterWorkingDays > 0);
  return [
    ...sequence.flatMap(({ purpose }) =>
      when(!mails.includes(purpose), 'sequence_without_mail', `sequence.${purpose}`),
    ),
    ...when(!isInOrder, 'sequence_out_of_order', 'sequence'),
  ];
}

function when(holds: boolean, code: KindProblemCode, at: string): KindProblem[] {
  return holds ? [{ code, at }] : [];
}
