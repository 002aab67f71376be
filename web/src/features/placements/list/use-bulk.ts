import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { NOTHING, type RowSelection } from '../../../ui/row-selection.js';
import { toastProblem } from '../../../ui/undo-toast.js';
import { dropRows, refreshLists } from '../placement-cache.js';
import { filterQuery, type PlacementSearch } from '../placement-search.js';

export const BULK_ACTIONS = ['check', 'assign', 'accept', 'end', 'archive'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** A bulk act that runs or ran: shown with its progress until it is closed. */
export interface BulkJob {
  readonly jobId: string;
  readonly action: BulkAction | 'undo';
  readonly size: number;
}

const CAN_UNDO: readonly string[] = ['archive', 'assign', 'end'];

/** Whether the act of a job can be taken back. */
export function canUndo(action: BulkJob['action']): boolean {
  return CAN_UNDO.includes(action);
}

interface Chosen {
  readonly search: PlacementSearch;
  readonly selection: RowSelection;
  readonly size: number;
  readonly setSelection: (next: RowSelection) => void;
}

/** Starts an act on all that is selected and follows its job. Archived rows leave the list at once. */
export function useBulk({ search, selection, size, setSelection }: Chosen) {
  const queries = useQueryClient();
  const t = useMessages();
  const [job, setJob] = useState<BulkJob | null>(null);

  const start = async (action: BulkAction, params?: Readonly<Record<string, unknown>>) => {
    const chosen = selection.kind === 'all' ? { filter: filterQuery(search) } : { ids: [...selection.ids] };
    try {
      const { jobId } = await bodyOf(
        api.POST('/api/v1/placements/bulk', { body: { action, ...chosen, ...(params ? { params } : {}) } }),
      );
      if (action === 'archive' && selection.kind === 'some') dropRows(queries, selection.ids);
      setJob({ jobId, action, size });
      setSelection(NOTHING);
    } catch (error) {
      toastProblem(t, error);
    }
  };
  return {
    job,
    start,
    undo: (jobId: string) => setJob((before) => ({ jobId, action: 'undo', size: before?.size ?? 0 })),
    ended: () => void refreshLists(queries),
    close: () => setJob(null),
  };
}
