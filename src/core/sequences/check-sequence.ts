import type { MailPurpose } from '../campaigns/kind.js';
import type { SequenceStep } from './step.js';

/** What is wrong with a sequence: with a problem it cannot be used, a warning is only told. */
export const SEQUENCE_FINDINGS = [
  'no_steps',
  'thread_without_mail',
  'template_unknown',
  'template_archived',
  'template_of_other_client',
  'template_of_other_kind',
  'template_language',
  'purpose_unfit',
  'mail_after_holding_task',
  'too_many_follow_ups',
  'follow_up_too_soon',
  'follow_up_to_journalist',
  'never_taken',
] as const;
export type SequenceFindingCode = (typeof SEQUENCE_FINDINGS)[number];

export interface SequenceFinding {
  readonly code: SequenceFindingCode;
  /** The step it is about; null for the whole. */
  readonly stepNo: number | null;
  readonly isProblem: boolean;
}

/** A template as far as a sequence asks for it. */
export interface StepTemplate {
  readonly id: string;
  readonly kind: string | null;
  readonly purpose: MailPurpose;
  readonly locale: string;
  readonly clientId: string | null;
  readonly isArchived: boolean;
}

export interface SequenceFacts {
  readonly kind: string | null;
  readonly locale: string;
  readonly clientId: string | null;
  readonly steps: readonly SequenceStep[];
  readonly templates: ReadonlyMap<string, StepTemplate>;
}

/** More than two follow-ups bring more complaints than answers (D274, D275). */
const MOST_FOLLOW_UPS = 2;
/** Working days before which a follow-up is a nuisance (D274). */
const SOONEST_FOLLOW_UP = 2;
/** Kinds whose recipients asked for one answer by a deadline: nothing but thanks follows it (D277). */
const ONE_ANSWER: ReadonlySet<string> = new Set(['haro']);

const PROBLEMS: ReadonlySet<SequenceFindingCode> = new Set([
  'no_steps',
  'thread_without_mail',
  'template_unknown',
  'template_archived',
  'template_of_other_client',
  'follow_up_to_journalist',
]);

/** What is wrong and what is doubtful about a sequence, step by step. */
export function checkSequence(facts: SequenceFacts): readonly SequenceFinding[] {
  if (facts.steps.length === 0) return [finding('no_steps', null)];
  const mails = facts.steps.filter((step) => step.kind === 'mail');
  const followUps = mails.slice(1).filter((step) => purposeOf(facts, step) !== 'thank_you');
  const sound = facts.steps.flatMap((step) => stepFindings(facts, step, mails));
  return followUps.length > MOST_FOLLOW_UPS && !isOneAnswer(facts)
    ? [...sound, finding('too_many_follow_ups', mails[MOST_FOLLOW_UPS + 1]?.stepNo ?? null)]
    : sound;
}

/** Whether nothing is so wrong that the sequence cannot be used. */
export function isUsable(findings: readonly SequenceFinding[]): boolean {
  return findings.every(({ isProblem }) => !isProblem);
}

function stepFindings(
  facts: SequenceFacts,
  step: SequenceStep,
  mails: readonly SequenceStep[],
): SequenceFinding[] {
  if (step.kind === 'task') return [];
  const place = mails.indexOf(step);
  const codes = [
    ...threadCodes(step, place),
    ...templateCodes(facts, step),
    ...purposeCodes(facts, step, place),
    ...waitCodes(facts, step, place),
  ];
  return codes.map((code) => finding(code, step.stepNo));
}

function threadCodes(step: SequenceStep, place: number): SequenceFindingCode[] {
  const codes: SequenceFindingCode[] = place === 0 && step.inThread ? ['thread_without_mail'] : [];
  return step.condition === 'no_address' ? [...codes, 'never_taken'] : codes;
}

function templateCodes(facts: SequenceFacts, step: SequenceStep): SequenceFindingCode[] {
  const template = facts.templates.get(step.templateId ?? '');
  if (template === undefined) return ['template_unknown'];
  const found: [SequenceFindingCode, boolean][] = [
    ['template_archived', template.isArchived],
    ['template_of_other_client', template.clientId !== null && template.clientId !== facts.clientId],
    ['template_of_other_kind', isOtherKind(facts.kind, template.kind)],
    ['template_language', template.locale !== facts.locale],
  ];
  return found.flatMap(([code, isSo]) => (isSo ? [code] : []));
}

function isOtherKind(kind: string | null, of: string | null): boolean {
  return kind !== null && of !== null && kind !== of;
}

/** A first mail says who we are, a follow-up refers to it: neither does for the other. */
function purposeCodes(facts: SequenceFacts, step: SequenceStep, place: number): SequenceFindingCode[] {
  const purpose = purposeOf(facts, step);
  if (purpose === null) return [];
  if (place > 0 && isOneAnswer(facts) && purpose !== 'thank_you') return ['follow_up_to_journalist'];
  const unfit = place === 0 ? FOLLOWING : OPENING;
  return unfit.includes(purpose) ? ['purpose_unfit'] : [];
}

const OPENING: readonly MailPurpose[] = ['first'];
const FOLLOWING: readonly MailPurpose[] = ['follow_up_1', 'follow_up_2', 'thank_you'];

function waitCodes(facts: SequenceFacts, step: SequenceStep, place: number): SequenceFindingCode[] {
  const before = facts.steps.find(({ stepNo }) => stepNo === step.stepNo - 1);
  const codes: SequenceFindingCode[] = before?.taskHolds === true ? ['mail_after_holding_task'] : [];
  const isSoon = place > 0 && before?.kind === 'mail' && step.waitWorkingDays < SOONEST_FOLLOW_UP;
  return isSoon ? [...codes, 'follow_up_too_soon'] : codes;
}

function purposeOf(facts: SequenceFacts, step: SequenceStep): MailPurpose | null {
  return facts.templates.get(step.templateId ?? '')?.purpose ?? null;
}

function isOneAnswer({ kind }: SequenceFacts): boolean {
  return kind !== null && ONE_ANSWER.has(kind);
}

function finding(code: SequenceFindingCode, stepNo: number | null): SequenceFinding {
  return { code, stepNo, isProblem: PROBLEMS.has(code) };
}
