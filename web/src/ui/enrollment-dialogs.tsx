import { Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../i18n/messages-provider.js';
import { ENROLLMENTS, type EnrollmentStep, enrollmentActs } from './enrollment-api.js';
import classes from './enrollment-steps.module.css';
import { FormDialog } from './form-dialog.js';
import { type MailWords, MailWordsDialog } from './mail-words-dialog.js';
import { MomentRange } from './moment-range.js';
import { useEnrollmentAct } from './use-enrollment-act.js';

/** Asks until when a sequence shall rest; without a day, until somebody resumes it. */
export function PauseEnrollmentDialog({
  id,
  onClose,
}: {
  readonly id: string;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const [until, setUntil] = useState('');
  const { act, isBusy, problem } = useEnrollmentAct();
  const submit = async () => {
    if (await act(() => enrollmentActs.pause(id, until || null))) onClose();
  };
  return (
    <FormDialog
      title={t.text('sequences.pauseTitle')}
      verb={t.text('sequences.pause')}
      onClose={onClose}
      isSending={isBusy}
      problem={problem}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextInput
        type="date"
        label={t.text('sequences.until')}
        description={t.text('sequences.untilTeach')}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
        data-autofocus
      />
    </FormDialog>
  );
}

interface EditProps {
  readonly enrollmentId: string;
  readonly step: EnrollmentStep;
  readonly onClose: () => void;
}

/** Other words for one mail of one pitch, until it left. */
export function EditMailDialog({ enrollmentId, step, onClose }: EditProps) {
  const { act, isBusy, problem } = useEnrollmentAct();
  const save = async (mail: MailWords) => {
    if (await act(() => enrollmentActs.edit(enrollmentId, step.stepNo, mail))) onClose();
  };
  return (
    <MailWordsDialog
      no={step.stepNo}
      mail={step}
      isSending={isBusy}
      problem={problem}
      onSave={(mail) => void save(mail)}
      onClose={onClose}
    />
  );
}

/** Shows what moving to the newer version does, and does it. */
export function MoveDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useMessages();
  const { act, isBusy, problem } = useEnrollmentAct();
  const preview = useQuery({
    queryKey: [...ENROLLMENTS, 'move', id] as const,
    queryFn: () => enrollmentActs.move(id, true),
    gcTime: 0,
  });
  const submit = async () => {
    if (await act(() => enrollmentActs.move(id, false))) onClose();
  };
  const { data } = preview;
  return (
    <FormDialog
      title={t.text('sequences.moveTitle')}
      verb={t.text('sequences.moveVerb')}
      onClose={onClose}
      isSending={isBusy}
      problem={problem ?? preview.error}
      size="lg"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {data && (
        <Stack gap="sm">
          <Text>{t.text('sequences.moveKept', { count: data.keptSteps.length })}</Text>
          {data.editedLost.length > 0 && (
            <Text>{t.text('sequences.moveLost', { steps: data.editedLost.join(', ') })}</Text>
          )}
          <ol className={classes['line']} aria-label={t.text('sequences.moveSteps')}>
            {data.steps.map((step) => (
              <li key={step.stepNo} className={classes['step']}>
                <div className={classes['head']}>
                  <span className={classes['title']}>{step.subject ?? step.taskTitle}</span>
                  <span className={classes['quiet']}>
                    <MomentRange earliestAt={step.earliestAt} latestAt={step.latestAt} />
                  </span>
                </div>
                {step.text !== null && <p className={classes['text']}>{step.text}</p>}
              </li>
            ))}
          </ol>
        </Stack>
      )}
    </FormDialog>
  );
}
