import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, bodyOf } from '../../../api/client.js';
import type { Job } from '../../../api/views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import { NOTHING, type RowSelection } from '../../../ui/row-selection.js';
import { toastWithUndo } from '../../../ui/undo-toast.js';
import type { PitchFilter } from '../campaign-search.js';
import type { PitchAction } from '../campaign-views.js';
import { refreshCampaigns } from '../campaigns-api.js';

/** A bulk act that runs or ran: shown with its progress until it is over. */
export interface BulkJob {
  readonly jobId: string;
  readonly action: PitchAction | 'undo';
  readonly size: number;
}

interface Chosen {
  readonly filter: PitchFilter;
  readonly selection: RowSelection;
  readonly size: number;
  readonly setSelection: (next: RowSelection) => void;
}

/** Starts an act on all that is selected and follows its job; when it is done it can be taken back for ten seconds. */
export function usePitchBulk({ filter, selection, size, setSelection }: Chosen) {
  const queries = useQueryClient();
  const t = useMessages();
  const [job, setJob] = useState<BulkJob | null>(null);
  const undone = useRef<(() => void) | null>(null);

  const start = async (action: PitchAction, params: object = {}): Promise<void> => {
    const chosen = selection.kind === 'all' ? { filter: filterBody(filter) } : { ids: [...selection.ids] };
    const { jobId } = await bodyOf(api.POST('/api/v1/pitches/bulk', { body: { action, ...chosen, params } }));
    setJob({ jobId, action, size });
    setSelection(NOTHING);
  };

  const undo = async (act: BulkJob): Promise<void> => {
    const path = { params: { path: { id: act.jobId } } };
    const started = await bodyOf(api.POST('/api/v1/jobs/{id}/undo', path));
    setJob({ jobId: started.jobId, action: 'undo', size: act.size });
    await new Promise<void>((resolve) => {
      undone.current = resolve;
    });
  };

  const ended = (end: Job) => {
    void refreshCampaigns(queries);
    if (job === null) return;
    if (job.action === 'undo') {
      undone.current?.();
      setJob(null);
      return;
    }
    if (end.state !== 'done') return;
    // What could not be done is worth reading; else the card has nothing more to say.
    if (end.failed === 0) setJob(null);
    const count = countInWords(end.finished - end.failed, true, t);
    if (end.finished > end.failed)
      toastWithUndo(t, t.text(`campaigns.bulk.did.${job.action}`, { count }), () => undo(job));
  };
  return { job, start, ended, close: () => setJob(null) };
}

/** The filter as a body takes it: lists are lists there. */
function filterBody({ stage, status, outcome, ...filter }: PitchFilter) {
  return {
    ...filter,
    ...(stage === undefined ? {} : { stage: stage.split(',') }),
    ...(status === undefined ? {} : { status: [status] }),
    ...(outcome === undefined ? {} : { outcome: [outcome] }),
  } as unknown as Record<string, never>;
}
