import { Button, Group } from '@mantine/core';
import { useMessages } from '../i18n/messages-provider.js';
import type { EnrollmentDetail, EnrollmentStep } from './enrollment-api.js';
import classes from './enrollment-steps.module.css';
import { MomentRange } from './moment-range.js';

interface Props {
  readonly enrollment: EnrollmentDetail;
  readonly mayWrite: boolean;
  readonly onEdit: (stepNo: number) => void;
  readonly onSkip: (stepNo: number) => void;
}

/** The steps of an enrolment down a line: what went, what goes and when. */
export function EnrollmentSteps({ enrollment, mayWrite, onEdit, onSkip }: Props) {
  const t = useMessages();
  return (
    <ol className={classes['line']} aria-label={t.text('sequences.steps')}>
      {enrollment.steps.map((step) => (
        <li key={step.stepNo} className={classes['step']} data-state={step.state}>
          <div className={classes['head']}>
            <span className={classes['title']}>{titleOf(step) ?? t.text(`sequences.step.${step.kind}`)}</span>
            <StepState step={step} isRunning={enrollment.state === 'running'} />
          </div>
          {mayWrite && step.state === 'waiting' && isChangeable(step) && (
            <Group gap="xs" mt={4}>
              {step.kind === 'mail' && step.text !== null && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t.text('sequences.editStep', { no: step.stepNo })}
                  onClick={() => onEdit(step.stepNo)}
                >
                  {t.text('sequences.edit')}
                </Button>
              )}
              {enrollment.state !== 'awaiting_approval' && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t.text('sequences.skipStep', { no: step.stepNo })}
                  onClick={() => onSkip(step.stepNo)}
                >
                  {t.text('sequences.skip')}
                </Button>
              )}
            </Group>
          )}
        </li>
      ))}
    </ol>
  );
}

function StepState({ step, isRunning }: { readonly step: EnrollmentStep; readonly isRunning: boolean }) {
  const t = useMessages();
  const mail = `sequences.mailState.${step.mailState ?? ''}`;
  const word = t.has(mail) ? t.text(mail) : t.text(`sequences.stepState.${step.state}`);
  return (
    <span className={classes['quiet']}>
      {word}
      {step.isEdited && ` · ${t.text('sequences.edited')}`}
      {step.state === 'waiting' && isRunning && (
        <>
          {' · '}
          <MomentRange earliestAt={step.earliestAt} latestAt={step.latestAt} />
        </>
      )}
      {step.doneAt !== null && (
        <>
          {' · '}
          <MomentRange earliestAt={step.doneAt} latestAt={step.doneAt} />
        </>
      )}
    </span>
  );
}

function titleOf({ kind, subject, taskTitle }: EnrollmentStep): string | null {
  return kind === 'mail' ? subject : taskTitle;
}

/** What a server was asked to take is nobody's to change any more. */
function isChangeable({ mailState }: EnrollmentStep): boolean {
  return mailState === null || mailState === 'ready' || mailState === 'deferred';
}
