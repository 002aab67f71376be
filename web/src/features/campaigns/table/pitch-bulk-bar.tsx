import {
  IconArchive,
  IconArrowRight,
  IconCalendar,
  IconFlagOff,
  IconMessageQuestion,
  IconPlayerPause,
  IconTimeline,
  IconUser,
} from '@tabler/icons-react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import { BulkAct, BulkBarFrame } from '../../../ui/list-page.js';
import type { Reach } from '../../../ui/row-selection.js';
import { toastProblem } from '../../../ui/undo-toast.js';
import type { CampaignKind, PitchAction } from '../campaign-views.js';
import type { BulkDialog } from './bulk-dialog.js';
import { PitchBulkModal } from './pitch-bulk-modal.js';

interface Props extends Reach {
  /** The kind of the pitches; without one, several kinds are mixed and nothing of a kind can be chosen. */
  readonly kind: CampaignKind | undefined;
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
  readonly onAct: (action: PitchAction, params?: object) => Promise<void>;
  /** Asks their client about the selected pitches; null where they are too many for one question. */
  readonly onAsk: (() => void) | null;
  /** Enrols the selected pitches in a sequence, after a look at their mails. */
  readonly onEnroll: () => void;
  readonly dialog: BulkDialog | null;
  readonly setDialog: (dialog: BulkDialog | null) => void;
}

/** What can be done with the selected pitches. */
export function PitchBulkBar(props: Props) {
  const { kind, size, sizeIsExact, others, onAct, onAsk, onEnroll, dialog, setDialog } = props;
  const t = useMessages();
  const count = countInWords(size, sizeIsExact, t);
  const word = (action: PitchAction) => t.text(`campaigns.bulk.act.${action}`);
  return (
    <BulkBarFrame
      label={t.text('campaigns.bulk.label')}
      count={t.text('placements.bulk.selected', { count })}
      clear={t.text('placements.bulk.clear')}
      onClear={props.onClear}
    >
      {others && (
        <BulkAct
          word={t.text('placements.bulk.selectAll', { count: countInWords(others.total, others.isExact, t) })}
          onClick={props.onSelectAll}
        />
      )}
      <BulkAct icon={IconUser} word={word('assign')} onClick={() => setDialog('assign')} />
      {kind && <BulkAct icon={IconArrowRight} word={word('move')} onClick={() => setDialog('move')} />}
      <BulkAct icon={IconCalendar} word={word('next_step')} onClick={() => setDialog('next_step')} />
      <BulkAct icon={IconPlayerPause} word={word('pause')} onClick={() => setDialog('pause')} />
      <BulkAct icon={IconTimeline} word={t.text('sequences.enrollMany')} onClick={onEnroll} />
      {onAsk && (
        <BulkAct icon={IconMessageQuestion} word={t.text('campaigns.pitch.askClient')} onClick={onAsk} />
      )}
      {kind && <BulkAct icon={IconFlagOff} word={word('lose')} onClick={() => setDialog('lose')} />}
      <BulkAct
        icon={IconArchive}
        word={word('archive')}
        onClick={() => void onAct('archive').catch((error: unknown) => toastProblem(t, error))}
      />
      {dialog && (
        <PitchBulkModal
          key={dialog}
          action={dialog}
          kind={kind}
          count={count}
          onAct={onAct}
          onClose={() => setDialog(null)}
        />
      )}
    </BulkBarFrame>
  );
}
