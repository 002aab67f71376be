import { describe, expect, it } from '@jest/globals';
import type { MailPurpose } from '../campaigns/kind.js';
import { checkSequence, isUsable, type SequenceFacts, type StepTemplate } from './check-sequence.js';
import type { SequenceStep } from './step.js';

const mail = (stepNo: number, templateId: string, changes: Partial<SequenceStep> = {}): SequenceStep => ({
  stepNo,
  kind: 'mail',
  waitWorkingDays: stepNo === 1 ? 0 : 4,
  condition: 'always',
  templateId,
  inThread: stepNo > 1,
  taskKind: null,
  taskTitle: '',
  taskHolds: false,
  ...changes,
});
const task = (stepNo: number, changes: Partial<SequenceStep> = {}): SequenceStep => ({
  ...mail(stepNo, ''),
  kind: 'task',
  templateId: null,
  taskKind: 'call',
  taskTitle: 'Call',
  ...changes,
});
const template = (purpose: MailPurpose, changes: Partial<StepTemplate> = {}): StepTemplate => ({
  id: purpose,
  kind: 'guest_blogging',
  purpose,
  locale: 'en',
  clientId: null,
  isArchived: false,
  ...changes,
});
const TEMPLATES = ['first', 'follow_up_1', 'follow_up_2', 'answer', 'thank_you'] as const;

function facts(steps: readonly SequenceStep[], changes: Partial<SequenceFacts> = {}): SequenceFacts {
  const templates = new Map(TEMPLATES.map((purpose) => [purpose as string, template(purpose)]));
  return { kind: 'guest_blogging', locale: 'en', clientId: null, steps, templates, ...changes };
}
const one = (changes: Partial<StepTemplate>) => ({
  templates: new Map([['first', template('first', changes)]]),
});

describe('a sequence', () => {
  it.each<[string, SequenceFacts, readonly string[]]>([
    [
      'of a mail and two follow-ups is sound',
      facts([mail(1, 'first'), mail(2, 'follow_up_1'), mail(3, 'follow_up_2')]),
      [],
    ],
    ['without steps is none', facts([]), ['no_steps:-:problem']],
    [
      'cannot begin inside a thread',
      facts([mail(1, 'first', { inThread: true })]),
      ['thread_without_mail:1:problem'],
    ],
    [
      'cannot begin inside a thread after a task either',
      facts([task(1), mail(2, 'first')]),
      ['thread_without_mail:2:problem'],
    ],
    [
      'with a template that was put away cannot be used',
      facts([mail(1, 'first')], one({ isArchived: true })),
      ['template_archived:1:problem'],
    ],
    ['with a template that is nowhere', facts([mail(1, 'gone')]), ['template_unknown:1:problem']],
    [
      'with a template of another client',
      facts([mail(1, 'first')], one({ clientId: 'c2' })),
      ['template_of_other_client:1:problem'],
    ],
    [
      'with a template of another kind is told',
      facts([mail(1, 'first')], one({ kind: 'haro' })),
      ['template_of_other_kind:1:warning'],
    ],
    [
      'with a template in another language is told',
      facts([mail(1, 'first')], one({ locale: 'nl' })),
      ['template_language:1:warning'],
    ],
    ['that begins with a follow-up is told', facts([mail(1, 'follow_up_1')]), ['purpose_unfit:1:warning']],
    [
      'that says who we are twice is told',
      facts([mail(1, 'first'), mail(2, 'first')]),
      ['purpose_unfit:2:warning'],
    ],
    [
      'with a mail after a task that holds waits for a person',
      facts([mail(1, 'first'), task(2, { taskHolds: true }), mail(3, 'follow_up_1')]),
      ['mail_after_holding_task:3:warning'],
    ],
    [
      'with a mail after a task that holds nothing does not',
      facts([mail(1, 'first'), task(2), mail(3, 'follow_up_1')]),
      [],
    ],
    [
      'with three follow-ups is told at the third (D274, D275)',
      facts([mail(1, 'first'), mail(2, 'follow_up_1'), mail(3, 'follow_up_2'), mail(4, 'follow_up_2')]),
      ['too_many_follow_ups:4:warning'],
    ],
    [
      'that comes back the next day is told',
      facts([mail(1, 'first'), mail(2, 'follow_up_1', { waitWorkingDays: 1 })]),
      ['follow_up_too_soon:2:warning'],
    ],
    [
      'for journalists has an answer and one thank-you (D277)',
      facts([mail(1, 'answer'), mail(2, 'thank_you', { inThread: false })], { kind: 'haro' }),
      ['template_of_other_kind:1:warning', 'template_of_other_kind:2:warning'],
    ],
    [
      'a mail for who has no address is never taken',
      facts([mail(1, 'first'), mail(2, 'follow_up_1', { condition: 'no_address' })]),
      ['never_taken:2:warning'],
    ],
  ])('%s', (_, given, found) => {
    const told = checkSequence(given).map(
      ({ code, stepNo, isProblem }) => `${code}:${stepNo ?? '-'}:${isProblem ? 'problem' : 'warning'}`,
    );
    expect(told).toEqual(found);
  });

  it('for journalists cannot follow up', () => {
    const found = checkSequence(facts([mail(1, 'answer'), mail(2, 'follow_up_1')], { kind: 'haro' }));
    expect(found).toContainEqual({ code: 'follow_up_to_journalist', stepNo: 2, isProblem: true });
    expect(isUsable(found)).toBe(false);
  });
});
