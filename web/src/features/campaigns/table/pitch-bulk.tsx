import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useEnrol } from '../../../ui/enrol-choice.js';
import { NOTHING, type RowSelection, reachOf } from '../../../ui/row-selection.js';
import type { CampaignKind } from '../campaign-views.js';
import type { BulkDialog } from './bulk-dialog.js';
import { PitchBulkBar } from './pitch-bulk-bar.js';
import { PitchBulkJobCard } from './pitch-bulk-job.js';
import { type BulkFilter, filterBody, usePitchBulk } from './use-pitch-bulk.js';

/** One question names so many pitches at most: their ids stand in the address. */
const ASKED_AT_ONCE = 50;

interface Props {
  readonly filter: BulkFilter;
  readonly kind: CampaignKind | undefined;
  /** How many pitches fit the filter. */
  readonly total: number;
  readonly totalIsExact: boolean;
  readonly selection: RowSelection;
  readonly setSelection: (selection: RowSelection) => void;
}

/** What can be done with the selected pitches of a table or a board at once, and how far it is. */
export function PitchBulk({ filter, kind, total, totalIsExact, selection, setSelection }: Props) {
  const navigate = useNavigate();
  const enrol = useEnrol();
  const reach = reachOf(selection, { total, totalIsExact });
  const { size } = reach;
  const bulk = usePitchBulk({ filter, selection, size, setSelection });
  const [dialog, setDialog] = useState<BulkDialog | null>(null);
  const ask = (ids: Iterable<string>) => {
    const subject = kind?.stages.find(({ needsApproval }) => needsApproval !== null)?.needsApproval;
    const search = { ask: [...ids].join(','), ...(subject ? { subject } : {}) };
    void navigate({ to: '/approvals', search });
  };
  const enroll = () => {
    const chosen = selection.kind === 'all' ? { filter: filterBody(filter) } : { ids: [...selection.ids] };
    enrol({ of: 'pitches', ...chosen, size });
  };
  return (
    <>
      {size > 0 && (
        <PitchBulkBar
          kind={kind}
          {...reach}
          onSelectAll={() => setSelection({ kind: 'all' })}
          onClear={() => setSelection(NOTHING)}
          onAct={bulk.start}
          onAsk={selection.kind === 'some' && size <= ASKED_AT_ONCE ? () => ask(selection.ids) : null}
          onEnroll={enroll}
          dialog={dialog}
          setDialog={setDialog}
        />
      )}
      {bulk.job && size === 0 && <PitchBulkJobCard job={bulk.job} onEnd={bulk.ended} onClose={bulk.close} />}
    </>
  );
}
