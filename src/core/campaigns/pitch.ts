import type { ApprovalSubject, Kind } from './kind.js';

export const PITCH_STATUSES = ['waiting_us', 'waiting_them', 'paused', 'closed'] as const;
/** What happens now, apart from the stage (D279). */
export type PitchStatus = (typeof PITCH_STATUSES)[number];

export const PITCH_OUTCOMES = ['won', 'lost'] as const;
export type PitchOutcome = (typeof PITCH_OUTCOMES)[number];

export const APPROVAL_STATES = ['asked', 'accepted', 'refused', 'withdrawn'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

/** A pitch as far as moves are decided by it. */
export interface PitchStanding {
  readonly stage: string;
  readonly outcome: PitchOutcome | null;
  readonly isPaused: boolean;
  readonly isArchived: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly approvals: Readonly<Partial<Record<ApprovalSubject, ApprovalState>>>;
}

/** What is known around a pitch when it is moved. */
export interface MoveFacts {
  readonly hasSite: boolean;
  readonly hasContact: boolean;
  readonly hasTargetPage: boolean;
  readonly hasAsset: boolean;
  /** What was agreed is recorded: at least one placement of this pitch is not released, replaced or ended. */
  readonly hasTerms: boolean;
  /** Number of files per own field. */
  readonly files: Readonly<Record<string, number>>;
  /** What the campaign asks its client to approve. */
  readonly asksApproval: readonly ApprovalSubject[];
}

/** The move of a pitch to a stage that is asked for. */
export interface WantedMove {
  readonly kind: Kind;
  readonly pitch: PitchStanding;
  readonly to: string;
  readonly facts: MoveFacts;
}

/** What is written to the pitch. Stage since, closed at and first contacted at come from the service's clock. */
export interface PitchChanges {
  readonly stage: string;
  /** Place of the stage on the board, from 0. */
  readonly stagePosition: number;
  readonly status: PitchStatus;
  readonly outcome: PitchOutcome | null;
  readonly lossReason: string | null;
  /** Entering this stage is the first word to them: `first_contacted_at` is set where it is empty. */
  readonly isContact: boolean;
}

export const MOVE_REFUSALS = [
  'pitch.archived',
  'pitch.closed',
  'pitch.not_closed',
  'pitch.stage_unknown',
  'pitch.already_there',
  'pitch.only_seen',
  'pitch.move_not_allowed',
  'pitch.field_missing',
  'pitch.approval_missing',
  'pitch.loss_reason_unknown',
  'pitch.loss_note_missing',
] as const;
export type MoveRefusal = (typeof MOVE_REFUSALS)[number];

export type MoveDecision =
  | { readonly ok: true; readonly changes: PitchChanges }
  | {
      readonly ok: false;
      readonly code: MoveRefusal;
      /** `from`, `to`: stages; `allowed`: stages that are; `missing`: keys of fields or needs; `subject`, `state`: the approval. */
      readonly params: Readonly<Record<string, string | null | readonly string[]>>;
    };
