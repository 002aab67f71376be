import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { RecordList } from '../../../ui/record-list.js';
import { useListRows } from '../../../ui/use-list-rows.js';
import { useRowSelection } from '../../../ui/use-row-selection.js';
import type { PitchFilter, PitchSearch } from '../campaign-search.js';
import { type CampaignKind, pitchName } from '../campaign-views.js';
import { pitchList } from '../campaigns-api.js';
import { PitchBulk } from './pitch-bulk.js';
import { PitchTableCard, pitchColumns } from './pitch-columns.js';

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
  const { rows, total, totalIsExact } = useListRows(list);
  const { selection, setSelection, forTable } = useRowSelection(rows, JSON.stringify(filter));
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
      <PitchBulk
        filter={filter}
        kind={kind}
        total={total}
        totalIsExact={totalIsExact}
        selection={selection}
        setSelection={setSelection}
      />
    </>
  );
}
