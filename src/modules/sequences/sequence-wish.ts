import type { SequenceFinding } from '../../core/sequences/check-sequence.js';
import type { SequenceStep } from '../../core/sequences/step.js';
import { RequestInvalid } from '../../platform/http/validation.js';
import type { SequenceRules, SequenceStepWish } from './sequences.dto.js';
import type { VersionRules } from './sequences.repository.js';

/** What holds where nothing else is said: a working week at the recipient. */
export const USUAL_RULES: VersionRules = {
  windowFrom: '09:00',
  windowUntil: '17:00',
  workDays: [1, 2, 3, 4, 5],
  inRecipientZone: true,
  needsApproval: false,
  endsOnDateField: null,
};

/** The rules wished for over those that hold. Throws `request.invalid` for hours that end before they begin. */
export function rulesOf(wish: SequenceRules, held: VersionRules): VersionRules {
  const rules: VersionRules = {
    windowFrom: wish.windowFrom ?? held.windowFrom,
    windowUntil: wish.windowUntil ?? held.windowUntil,
    workDays: [...(wish.workDays ?? held.workDays)].sort(),
    inRecipientZone: wish.inRecipientZone ?? held.inRecipientZone,
    needsApproval: wish.needsApproval ?? held.needsApproval,
    endsOnDateField: wish.endsOnDateField === undefined ? held.endsOnDateField : wish.endsOnDateField,
  };
  if (rules.windowFrom >= rules.windowUntil)
    throw refusal('windowUntil', 'too_early', 'must be later than the beginning');
  return rules;
}

/** Steps in their order, whole. Throws `request.invalid` with the place of one that lacks what its kind needs. */
export function stepsOf(wishes: readonly SequenceStepWish[]): SequenceStep[] {
  const firstMail = wishes.findIndex(({ kind }) => kind === 'mail');
  return wishes.map((wish, index) => {
    const { kind, waitWorkingDays, condition = 'always' } = wish;
    const base = { stepNo: index + 1, kind, waitWorkingDays, condition };
    return kind === 'mail'
      ? { ...base, ...mailPart(wish, index, firstMail) }
      : { ...base, ...taskPart(wish, index) };
  });
}

/** A sequence that cannot work is refused with the place of each reason. */
export function refuseUnusable(findings: readonly SequenceFinding[]): void {
  const problems = findings.filter(({ isProblem }) => isProblem);
  if (problems.length === 0) return;
  throw new RequestInvalid(
    problems.map(({ code, stepNo }) => ({
      field: stepNo === null ? 'steps' : `steps.${stepNo - 1}`,
      code,
      message: code.replaceAll('_', ' '),
      params: {},
    })),
  );
}

type MailPart = Pick<SequenceStep, 'templateId' | 'inThread' | 'taskKind' | 'taskTitle' | 'taskHolds'>;

function mailPart(wish: SequenceStepWish, index: number, firstMail: number): MailPart {
  if (wish.templateId === undefined) throw refusal(`steps.${index}.templateId`, 'needed', 'is needed');
  const inThread = wish.inThread ?? index !== firstMail;
  return { templateId: wish.templateId, inThread, taskKind: null, taskTitle: '', taskHolds: false };
}

function taskPart(wish: SequenceStepWish, index: number): MailPart {
  const { taskKind = 'other', taskTitle, taskHolds = false } = wish;
  if (taskTitle === undefined) throw refusal(`steps.${index}.taskTitle`, 'needed', 'is needed');
  return { templateId: null, inThread: false, taskKind, taskTitle: taskTitle.trim(), taskHolds };
}

function refusal(field: string, code: string, message: string): RequestInvalid {
  return new RequestInvalid([{ field, code, message: `${field} ${message}`, params: {} }]);
}
