import { Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import type { CampaignKind } from '../campaign-views.js';
import { type PitchDetail, pitchActs } from './pitch-api.js';
import { usePitchAct } from './use-pitch-act.js';

interface Props {
  readonly pitch: PitchDetail;
  readonly kind: CampaignKind;
  readonly onClose: () => void;
}

/** Asks why a pitch was lost, with the reasons of its kind; it can be taken back for ten seconds, and reopened later. */
export function LoseDialog({ pitch, kind, onClose }: Props) {
  const t = useMessages();
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { act, isBusy, problem } = usePitchAct(pitch.id);
  const lose = async () => {
    setMissing(reason === '' || (reason === 'other' && note.trim() === ''));
    if (reason === '' || (reason === 'other' && note.trim() === '')) return;
    const done = await act(() => pitchActs.lose(pitch.id, reason, note), {
      says: t.text('campaigns.pitch.lost'),
      undo: (after) => pitchActs.reopen(after.id),
    });
    if (done) onClose();
  };
  return (
    <FormDialog
      title={t.text('campaigns.pitch.loseTitle')}
      verb={t.text('campaigns.pitch.lose')}
      onClose={onClose}
      isSending={isBusy}
      problem={problem}
      onSubmit={(event) => {
        event.preventDefault();
        void lose();
      }}
    >
      <Radio.Group
        label={t.text('campaigns.pitch.lossReason')}
        value={reason}
        onChange={setReason}
        error={isMissing && reason === '' && t.text('campaigns.pitch.chooseReason')}
      >
        <Stack gap={6} mt={6}>
          {kind.losses.map(({ key, name }) => (
            <Radio key={key} value={key} label={name} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t.text('campaigns.pitch.lossNote')}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        error={isMissing && reason === 'other' && t.text('campaigns.pitch.sayWhy')}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
