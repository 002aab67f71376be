import { Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { toastProblem } from '../../../ui/undo-toast.js';
import { useRowSelection } from '../../../ui/use-row-selection.js';
import type { PitchFilter } from '../campaign-search.js';
import type { CampaignKind, PitchBoard, PitchColumn, PitchRow } from '../campaign-views.js';
import { campaignKinds, moreCards, pitchBoard } from '../campaigns-api.js';
import { PitchBulk } from '../table/pitch-bulk.js';
import type { BulkFilter } from '../table/use-pitch-bulk.js';
import classes from './board.module.css';
import { type ColumnWork, columnId } from './board-column.js';
import { withMore } from './board-moves.js';
import { KindBoard } from './kind-board.js';
import { MoveDialog } from './move-dialog.js';
import { SmallBoard } from './small-board.js';
import { useMoves } from './use-moves.js';

interface Props {
  readonly filter: PitchFilter;
  readonly at: string | undefined;
  readonly onAt: (stage: string) => void;
  /** The board of one person says on each card which campaign it belongs to, and parts the kinds. */
  readonly isOwn?: boolean;
  /** What stands there when no card does. */
  readonly empty: ReactNode;
}

/** The pitches of a filter on boards, one for each kind. */
export function PitchBoardView({ filter, at, onAt, isOwn = false, empty }: Props) {
  const board = useQuery(pitchBoard(filter));
  const kinds = useQuery(campaignKinds);
  const isSmall = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const [chosen, setChosen] = useState<PitchRow | null>(null);
  const cards = useMemo(() => board.data?.columns.flatMap(({ items }) => items) ?? [], [board.data]);
  const { selection, setSelection, forTable } = useRowSelection(cards, JSON.stringify(filter));
  const select = useRef(forTable.toggle);
  useEffect(() => {
    select.current = forTable.toggle;
  });
  const onSelect = useCallback((id: string, isRange: boolean) => select.current(id, isRange), []);
  const work = useWork(filter, isOwn, { choose: setChosen, selected: forTable.ids, onSelect });
  const error = board.error ?? kinds.error;
  if (error) return <ProblemAlert error={error} onRetry={() => void board.refetch()} />;
  if (!board.data || !kinds.data) return <BoardSkeleton />;
  const all = byKind(board.data.columns, kinds.data);
  if (board.data.totals.count === 0) return <>{empty}</>;
  const kindOf = (row: PitchRow) => kinds.data.find(({ key }) => key === row.kind);
  const chosenKind = chosen && kindOf(chosen);
  return (
    <div className={classes['boards']} data-many={all.length > 1 || undefined}>
      {all.map(({ kind, columns }) => (
        <section key={kind.key} className={classes['kind']} aria-label={kind.name}>
          {isOwn && <h2 className={classes['kindHead']}>{kind.name}</h2>}
          {isSmall ? (
            <SmallBoard columns={columns} work={work} at={at} onAt={onAt} />
          ) : (
            <KindBoard kind={kind} columns={columns} work={work} />
          )}
        </section>
      ))}
      <PitchBulk
        filter={onBoard(filter)}
        kind={all.length === 1 ? all[0]?.kind : undefined}
        total={board.data.totals.count}
        totalIsExact
        selection={selection}
        setSelection={setSelection}
      />
      {chosen && chosenKind && (
        <MoveDialog
          row={chosen}
          kind={chosenKind}
          onMove={(to) => void work.moves.move(chosen, chosenKind, to)}
          onClose={() => setChosen(null)}
        />
      )}
    </div>
  );
}

/** The filter as the board reads it: it shows no lost pitches unless it is asked for an outcome or for closed ones. */
function onBoard(filter: PitchFilter): BulkFilter {
  const isAsked = filter.outcome !== undefined || filter.status !== undefined;
  return isAsked ? filter : { ...filter, outcome: 'open,won' };
}

function byKind(columns: readonly PitchColumn[], kinds: readonly CampaignKind[]) {
  return kinds.flatMap((kind) => {
    const own = columns.filter((column) => column.kind === kind.key);
    return own.length > 0 ? [{ kind, columns: own }] : [];
  });
}

interface Chosen extends Pick<ColumnWork, 'selected' | 'onSelect'> {
  readonly choose: (row: PitchRow) => void;
}

/** What the columns of these boards are given; it stays the same object while nothing of it changes. */
function useWork(
  filter: PitchFilter,
  showsCampaign: boolean,
  { choose, selected, onSelect }: Chosen,
): ColumnWork {
  const t = useMessages();
  const queries = useQueryClient();
  const mayWrite = useMay('write');
  const moves = useMoves(filter);
  const asked = useRef(new Set<string>());
  const key = JSON.stringify(filter);
  const onMore = useCallback(
    (column: PitchColumn) => {
      const here = JSON.parse(key) as PitchFilter;
      const cursor = column.nextCursor;
      const name = `${key} ${columnId(column)} ${cursor}`;
      if (cursor === null || asked.current.has(name)) return;
      asked.current.add(name);
      moreCards(here, { ...column, cursor }).then(
        (page) =>
          queries.setQueryData<PitchBoard>(
            pitchBoard(here).queryKey,
            (board) => board && withMore(board, column, page),
          ),
        (error: unknown) => {
          asked.current.delete(name);
          toastProblem(t, error);
        },
      );
    },
    [key, queries, t],
  );
  const { move, refusals, forget } = moves;
  return useMemo(
    () => ({
      moves: { move, refusals, forget },
      onMove: mayWrite ? choose : undefined,
      onMore,
      showsCampaign,
      selected: mayWrite ? selected : undefined,
      onSelect,
    }),
    [move, refusals, forget, mayWrite, choose, onMore, showsCampaign, selected, onSelect],
  );
}

function BoardSkeleton() {
  return (
    <div className={classes['board']} aria-busy>
      {[4, 3, 2, 3, 1, 2].map((cards, column) => (
        // Skeletons have no other identity than their place.
        <div key={String(column)} className={classes['column']}>
          <Skeleton h={16} w={96} mb={12} />
          {Array.from({ length: cards }, (_, card) => (
            <Skeleton key={String(card)} h={84} mb={8} radius={8} />
          ))}
        </div>
      ))}
    </div>
  );
}
