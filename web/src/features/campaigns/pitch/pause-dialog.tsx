import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { ApiProblem } from '../../../api/problem.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { type PitchDetail, pitchActs } from './pitch-api.js';
import { usePitchAct } from './use-pitch-act.js';

/** Asks until when a pitch shall rest; without a day, until somebody resumes it. */
export function PauseDialog({
  pitch,
  onClose,
}: {
  readonly pitch: PitchDetail;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const [until, setUntil] = useState('');
  const { act, isBusy, problem } = usePitchAct(pitch.id);
  const fault =
    problem instanceof ApiProblem ? problem.errors.find(({ field }) => field === 'until') : undefined;
  const pause = async () => {
    const done = await act(() => pitchActs.pause(pitch.id, until || null), {
      says: t.text('campaigns.pitch.pausedNow'),
      undo: (after) => pitchActs.resume(after.id),
    });
    if (done) onClose();
  };
  return (
    <FormDialog
      title={t.text('campaigns.pitch.pauseTitle')}
      verb={t.text('campaigns.pitch.pause')}
      onClose={onClose}
      isSending={isBusy}
      problem={fault ? null : problem}
      onSubmit={(event) => {
        event.preventDefault();
        void pause();
      }}
    >
      <TextInput
        type="date"
        label={t.text('campaigns.pitch.until')}
        description={t.text('campaigns.pitch.untilTeach')}
        value={until}
        error={fault?.message}
        onChange={(event) => setUntil(event.currentTarget.value)}
        data-autofocus
      />
    </FormDialog>
  );
}
