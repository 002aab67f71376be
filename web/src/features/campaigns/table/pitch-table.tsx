import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { RecordList } from '../../../ui/record-list.js';
import { NOTHING, selectionSize } from '../../../ui/row-selection.js';
import { useRowSelection } from '../../../ui/use-row-selection.js';
import type { PitchFilter, PitchSearch } from '../campaign-search.js';
import { type CampaignKind, pitchName } from '../campaign-views.js';
import { pitchList } from '../campaigns-api.js';
import type { BulkDialog } from './bulk-dialog.js';
import { PitchBulkBar } from './pitch-bulk-bar.js';
import { PitchBulkJobCard } from './pitch-bulk-job.js';
import { PitchTableCard, pitchColumns } from './pitch-columns.js';
import { usePitchBulk } from './use-pitch-bulk.js';

/** One question names so many pitches at most: their ids stand in the address. */
const ASKED_AT_ONCE = 50;

interface Props {
  readonly filter: PitchFilter;
  readonly kind: CampaignKind | undefined;
  readonly search: PitchSearch;
  readonly change: (to: Partial<PitchSearch>) => void;
  readonly empty: ReactNode;
  readonly showsCampaign?: boolean;
}

/** The pitches of a filter as a table, and what can be done with many of them at once. */
export function PitchTable({ filter, kind, search, change, empty, showsCampaign = false }: Props) {
  const t = useMessages();
  const navigate = useNavigate();
  const mayWrite = useMay('write');
  const sort = search.sort ?? 'newest';
  const list = useInfiniteQuery(pitchList(filter, sort));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const first = list.data?.pages[0];
  const total = first?.total ?? 0;
  const totalIsExact = first?.totalIsExact ?? true;
  const { selection, setSelection, forTable } = useRowSelection(rows, JSON.stringify(filter));
  const size = selectionSize(selection, total);
  const bulk = usePitchBulk({ filter, selection, size, setSelection });
  const [dialog, setDialog] = useState<BulkDialog | null>(null);
  const ask = (ids: Iterable<string>) => {
    const subject = kind?.stages.find(({ needsApproval }) => needsApproval !== null)?.needsApproval;
    const search = { ask: [...ids].join(','), ...(subject ? { subject } : {}) };
    void navigate({ to: '/approvals', search });
  };
  const enroll = (ids: Iterable<string>) =>
    void navigate({ to: '/sequences/enrol', search: { pitches: [...ids].join(',') } });
  const columns = useMemo(
    () => pitchColumns(t, { sort, onSort: (next) => change({ sort: next }), showsCampaign }),
    [t, sort, change, showsCampaign],
  );
  return (
    <>
      <RecordList
        label={t.text('campaigns.pitches')}
        list={list}
        columns={columns}
        nameOf={pitchName}
        card={(row) => <PitchTableCard row={row} t={t} />}
        onOpen={(row) => void navigate({ to: '/pitches/$id', params: { id: row.id } })}
        empty={empty}
        placeId={`pitches-${JSON.stringify(filter)}-${sort}`}
        selection={mayWrite ? forTable : undefined}
      />
      {size > 0 && (
        <PitchBulkBar
          kind={kind}
          size={size}
          sizeIsExact={selection.kind === 'some' || totalIsExact}
          others={selection.kind === 'some' && size < total ? { total, isExact: totalIsExact } : null}
          onSelectAll={() => setSelection({ kind: 'all' })}
          onClear={() => setSelection(NOTHING)}
          onAct={bulk.start}
          onAsk={selection.kind === 'some' && size <= ASKED_AT_ONCE ? () => ask(selection.ids) : null}
          onEnroll={selection.kind === 'some' && size <= ASKED_AT_ONCE ? () => enroll(selection.ids) : null}
          dialog={dialog}
          setDialog={setDialog}
        />
      )}
      {bulk.job && size === 0 && <PitchBulkJobCard job={bulk.job} onEnd={bulk.ended} onClose={bulk.close} />}
    </>
  );
}
