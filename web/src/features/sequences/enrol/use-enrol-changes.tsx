import { type ReactNode, useState } from 'react';
import { MailWordsDialog } from '../../../ui/mail-words-dialog.js';
import type { PitchPreview } from '../sequences-api.js';
import {
  type EnrolChanges,
  knowing,
  NO_CHANGES,
  withContact,
  withEdit,
  withoutPitch,
} from './enrol-changes.js';
import { PitchPreviewPanel } from './pitch-preview-panel.js';

/** What a person changes about previews: `panel` draws one of them, `dialog` the mail of theirs that is being written. */
export function useEnrolChanges() {
  const [changes, setChanges] = useState<EnrolChanges>(NO_CHANGES);
  const [edited, setEdited] = useState<{ pitchId: string; stepNo: number } | null>(null);

  const panel = (item: PitchPreview, mayLeaveOut = false): ReactNode => {
    const { pitchId, canEnroll } = item;
    const leaveOut = {
      isOut: changes.except.has(pitchId),
      onChange: (isOut: boolean) => setChanges((before) => withoutPitch(before, pitchId, isOut)),
    };
    return (
      <PitchPreviewPanel
        key={pitchId}
        item={item}
        edits={changes.edits.filter((edit) => edit.pitchId === pitchId)}
        leaveOut={mayLeaveOut && (canEnroll || changes.refused.has(pitchId)) ? leaveOut : null}
        onContact={(contactId) =>
          setChanges((before) => withContact(knowing(before, item), pitchId, contactId))
        }
        onEdit={(stepNo) => setEdited({ pitchId, stepNo })}
      />
    );
  };

  const dialog = (items: readonly PitchPreview[]): ReactNode => {
    const item = items.find(({ pitchId }) => pitchId === edited?.pitchId);
    const step = item?.steps.find(({ stepNo }) => stepNo === edited?.stepNo);
    if (!edited || !item || !step) return null;
    const written = changes.edits.find(
      ({ pitchId, stepNo }) => pitchId === edited.pitchId && stepNo === edited.stepNo,
    );
    return (
      <MailWordsDialog
        no={edited.stepNo}
        mail={written ?? step}
        onSave={(mail) => {
          setChanges((before) => withEdit(knowing(before, item), { ...edited, ...mail }));
          setEdited(null);
        }}
        onClose={() => setEdited(null)}
      />
    );
  };
  return { changes, panel, dialog };
}
