import { COMPENSATIONS, PLACEMENT_TYPES } from '../placements/placement.js';
import { APPROVAL_SUBJECTS, FIELD_TYPES, KIND_LOCALES, MAIL_PURPOSES, MOVERS } from './kind.js';
import type { KindProblem, KindProblemCode } from './kind-problem.js';

type Check = (value: unknown, at: string) => readonly KindProblem[];

const STAGE_KEY = /^[a-z][a-z_]{0,39}$/;
const FIELD_KEY = /^[a-z][a-zA-Z0-9]{0,39}$/;

/** What a value lacks to be a kind: keys that are missing or unknown, values of another sort, words that are not there in every language. */
export function shapeProblems(value: unknown): readonly KindProblem[] {
  return KIND(value, '');
}

const is =
  (holds: (value: unknown) => boolean, code: KindProblemCode = 'wrong_value'): Check =>
  (value, at) =>
    holds(value) ? [] : [{ code, at }];

const text = is((value) => typeof value === 'string' && value.trim() !== '');
const word = is((value) => typeof value === 'string' && value.trim() !== '', 'missing_words');
const matching = (form: RegExp): Check => is((value) => typeof value === 'string' && form.test(value));
const oneOf = (values: readonly string[]): Check =>
  is((value) => typeof value === 'string' && values.includes(value));
const yes = is((value) => value === true);
const number = is((value) => typeof value === 'number' && Number.isFinite(value));
const days = is((value) => Number.isInteger(value) && (value as number) >= 0);

const listOf =
  (entry: Check): Check =>
  (value, at) =>
    Array.isArray(value)
      ? value.flatMap((one, index) => entry(one, `${at}.${index}`))
      : [{ code: 'wrong_value', at }];

const mapOf =
  (entry: Check): Check =>
  (value, at) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([key, one]) => entry(one, place(at, key)))
      : [{ code: 'wrong_value', at }];

const record =
  (needed: Readonly<Record<string, Check>>, others: Readonly<Record<string, Check>> = {}): Check =>
  (value, at) => {
    if (!isRecord(value)) return [{ code: 'wrong_value', at }];
    const known = { ...needed, ...others };
    const missing = Object.keys(needed).filter((key) => value[key] === undefined);
    return [
      ...missing.map((key) => ({ code: 'missing_key' as const, at: place(at, key) })),
      ...Object.entries(value).flatMap(([key, one]) => {
        if (one === undefined) return [];
        return known[key]?.(one, place(at, key)) ?? [{ code: 'unknown_key' as const, at: place(at, key) }];
      }),
    ];
  };

/** The same words in every language; a language or a word that is not there is missing words. */
const words =
  (needed: readonly string[], others: readonly string[] = []): Check =>
  (value, at) => {
    const inEach = isRecord(value) ? value : {};
    const strangers = Object.keys(inEach).filter((key) => !KIND_LOCALES.some((locale) => locale === key));
    return [
      ...strangers.map((key) => ({ code: 'unknown_key' as const, at: place(at, key) })),
      ...KIND_LOCALES.flatMap((locale) => inLanguage(inEach[locale], place(at, locale), needed, others)),
    ];
  };

function inLanguage(
  value: unknown,
  at: string,
  needed: readonly string[],
  others: readonly string[],
): KindProblem[] {
  const said = isRecord(value) ? value : {};
  const strangers = Object.keys(said).filter((key) => ![...needed, ...others].includes(key));
  const asked = [...needed, ...others.filter((key) => said[key] !== undefined)];
  return [
    ...strangers.map((key) => ({ code: 'unknown_key' as const, at: place(at, key) })),
    ...asked.flatMap((key) => word(said[key], place(at, key))),
  ];
}

const STAGE = record(
  {
    key: matching(STAGE_KEY),
    words: words(['name', 'nextStep']),
    whoMoves: oneOf(MOVERS),
    stuckAfterDays: days,
  },
  { needsApproval: oneOf(APPROVAL_SUBJECTS), isContact: yes, isAgreed: yes, isWon: yes, isSeen: yes },
);

const NAMED = record({ key: matching(STAGE_KEY), words: words(['name']) });
const CHOICE = record({ key: matching(/^[a-z][a-z0-9_]{0,39}$/), words: words(['name']) });

const FIELD = record(
  { key: matching(FIELD_KEY), type: oneOf(FIELD_TYPES), words: words(['name'], ['hint']) },
  {
    choices: listOf(CHOICE),
    min: number,
    max: number,
    proves: text,
    onCalendar: oneOf(['deadline', 'due', 'end']),
    shownFor: listOf(oneOf(APPROVAL_SUBJECTS)),
  },
);

const KIND = record({
  key: matching(STAGE_KEY),
  words: words(['name', 'description']),
  stages: listOf(STAGE),
  defaultStage: text,
  moves: mapOf(listOf(text)),
  fields: listOf(FIELD),
  required: mapOf(listOf(text)),
  losses: listOf(NAMED),
  placement: record({ type: oneOf(PLACEMENT_TYPES), compensation: oneOf(COMPENSATIONS) }),
  onPlacement: record({ live: text }, { differs: text, removed: text }),
  sequence: listOf(record({ purpose: oneOf(MAIL_PURPOSES), afterWorkingDays: days })),
  mails: listOf(oneOf(MAIL_PURPOSES)),
});

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function place(at: string, key: string): string {
  return at === '' ? key : `${at}.${key}`;
}
