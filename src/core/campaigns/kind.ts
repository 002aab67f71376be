import type { Compensation, PlacementType } from '../placements/placement.js';

/**
 * What a campaign kind is made of. A kind is one file of data in the folder `kinds`: its stages and moves, its own fields, what a stage
 * asks for, what is expected of the link, and every word of it in every language. Adding a file adds the kind.
 */

export const KIND_LOCALES = ['en', 'nl'] as const;
export type KindLocale = (typeof KIND_LOCALES)[number];

/** The same words in every language. */
export type InEach<Words> = Readonly<Record<KindLocale, Words>>;

export const APPROVAL_SUBJECTS = ['site', 'topic', 'draft'] as const;
/** What a client may be asked to approve. A campaign says which of them it asks. */
export type ApprovalSubject = (typeof APPROVAL_SUBJECTS)[number];

export const FIELD_TYPES = [
  'text',
  'long_text',
  'url',
  'date',
  'number',
  'money',
  'choice',
  'yes_no',
  'member',
  'list',
  'files',
  'proof',
] as const;
/**
 * What an own field holds: text, a web address, YYYY-MM-DD, a number, `{minor, currency}`, the key of a choice, true or false, a member's id,
 * a list of texts. `files` are uploads kept apart (their number counts), `proof` is a list of dated sights written by the program alone.
 */
export type FieldType = (typeof FIELD_TYPES)[number];

/** What a stage may ask for besides own fields. `terms` = what was agreed is recorded, so a placement is there. */
export const PITCH_NEEDS = ['site', 'contact', 'target_page', 'asset', 'terms'] as const;
export type PitchNeed = (typeof PITCH_NEEDS)[number];

export const MAIL_PURPOSES = [
  'first',
  'follow_up_1',
  'follow_up_2',
  'thank_you',
  'answer',
  'reclaim',
  'order',
  'other',
] as const;
export type MailPurpose = (typeof MAIL_PURPOSES)[number];

export const MOVERS = ['us', 'them'] as const;
/** Whose turn it is. */
export type Mover = (typeof MOVERS)[number];

/** One column of the board. */
export interface Stage {
  readonly key: string;
  readonly words: InEach<{ readonly name: string; readonly nextStep: string }>;
  readonly whoMoves: Mover;
  /** A pitch that stays longer is stuck. Whole days. */
  readonly stuckAfterDays: number;
  /** Must be accepted by the client before a pitch enters, where its campaign asks that. */
  readonly needsApproval?: ApprovalSubject;
  /** Entering it is our first word to them: exactly one stage of a kind. */
  readonly isContact?: true;
  /** What was agreed is recorded here and a placement is awaited: exactly one stage of a kind; recording a win leads here. */
  readonly isAgreed?: true;
  /** Entering it closes the pitch as won. */
  readonly isWon?: true;
  /** Only the state of the placement leads here, never a person (D282). */
  readonly isSeen?: true;
}

/** One field of the kind's own, kept in the pitch's `fields`. */
export interface OwnField {
  readonly key: string;
  readonly type: FieldType;
  readonly words: InEach<{ readonly name: string; readonly hint?: string }>;
  /** For `choice`. */
  readonly choices?: readonly {
    readonly key: string;
    readonly words: InEach<{ readonly name: string }>;
  }[];
  /** For `number`. */
  readonly min?: number;
  readonly max?: number;
  /** For `proof`: the key of the `url` field that must be proven dead. */
  readonly proves?: string;
  /** For `date`: shown on the calendar as this. */
  readonly onCalendar?: 'deadline' | 'due' | 'end';
  /** The client sees it when asked for this approval. What names no subject is never shown to a client. */
  readonly shownFor?: readonly ApprovalSubject[];
}

/** Why a pitch was lost. */
export interface Loss {
  readonly key: string;
  readonly words: InEach<{ readonly name: string }>;
}

/** What is expected of the link. Its rel follows from these two by `expectedRel`; agreed terms come from people (D335). */
export interface ExpectedPlacement {
  readonly type: PlacementType;
  readonly compensation: Compensation;
}

/** Where the state of the placement leads the pitch, from its agreed stage on. */
export interface PlacementStages {
  readonly live: string;
  readonly differs?: string;
  readonly removed?: string;
}

/** One mail of the default sequence; working days after the one before it, 0 for the first. */
export interface SequenceMail {
  readonly purpose: MailPurpose;
  readonly afterWorkingDays: number;
}

/** A campaign kind. Keys are lower snake case, keys of fields camelCase, because templates name them (`field.deadUrl`). */
export interface Kind {
  readonly key: string;
  readonly words: InEach<{ readonly name: string; readonly description: string }>;
  /** In the order of the board. */
  readonly stages: readonly Stage[];
  /** Where a new pitch stands. */
  readonly defaultStage: string;
  /** From each stage, the stages a person may move to. */
  readonly moves: Readonly<Record<string, readonly string[]>>;
  readonly fields: readonly OwnField[];
  /** Keys of own fields or `PITCH_NEEDS` that must be there before a pitch enters the stage. */
  readonly required: Readonly<Record<string, readonly string[]>>;
  readonly losses: readonly Loss[];
  readonly placement: ExpectedPlacement;
  readonly onPlacement: PlacementStages;
  readonly sequence: readonly SequenceMail[];
  /** Starter templates of the kind: files `templates/<kind>/<purpose>.<locale>.hbs`. */
  readonly mails: readonly MailPurpose[];
}

/** The stage of that key, or null. */
export function stageOf(kind: Kind, key: string): Stage | null {
  return kind.stages.find((stage) => stage.key === key) ?? null;
}

/** Place of the stage on the board, from 0; -1 where the kind has no such stage (any more). */
export function stagePosition(kind: Kind, key: string): number {
  return kind.stages.findIndex((stage) => stage.key === key);
}
