import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, bodyOf } from '../../../api/client.js';
import type { Job } from '../../../api/views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import { useEnrol } from '../../../ui/enrol-choice.js';
import { NOTHING, type RowSelection } from '../../../ui/row-selection.js';
import { toastProblem, toastWithUndo } from '../../../ui/undo-toast.js';
import { dropRows, refreshLists } from '../prospect-cache.js';
import { filterBody, type ProspectSearch } from '../prospect-search.js';
import type { BulkAction, BulkWish } from './bulk-actions.js';
import { type PastAct, usePastActs } from './past-acts.js';

/** A bulk act that runs or ran: shown with its progress until it is over. */
export interface BulkJob {
  readonly jobId: string;
  readonly action: BulkAction | 'undo';
  readonly size: number;
}

interface Chosen {
  readonly search: ProspectSearch;
  readonly selection: RowSelection;
  readonly size: number;
  readonly setSelection: (next: RowSelection) => void;
}

/**
 * Starts an act on all that is selected and follows its job. When it is done it can be taken back for ten seconds at
 * once, and afterwards from the list of past acts.
 */
export function useBulk({ search, selection, size, setSelection }: Chosen) {
  const queries = useQueryClient();
  const t = useMessages();
  const enrol = useEnrol();
  const past = usePastActs();
  const [job, setJob] = useState<BulkJob | null>(null);
  const undone = useRef<((end: Job) => void) | null>(null);

  const start = async (action: BulkWish, params: object = {}) => {
    const chosen = selection.kind === 'all' ? { filter: filterBody(search) } : { ids: [...selection.ids] };
    if (action === 'enroll') {
      enrol({ of: 'prospects', ...(params as { campaignId: string }), ...chosen, size });
      return;
    }
    const { jobId } =
      action === 'campaign'
        ? await addToCampaign(params as { campaignId: string }, chosen)
        : await bodyOf(api.POST('/api/v1/prospects/bulk', { body: { action, ...chosen, params } }));
    if (action === 'archive' && selection.kind === 'some') dropRows(queries, selection.ids);
    setJob({ jobId, action, size });
    setSelection(NOTHING);
  };

  const undo = async ({ jobId, size: of }: Pick<PastAct, 'jobId' | 'size'>) => {
    const path = { params: { path: { id: jobId } } };
    const started = await bodyOf(api.POST('/api/v1/jobs/{id}/undo', path));
    past.forget(jobId);
    setJob({ jobId: started.jobId, action: 'undo', size: of });
    await new Promise<Job>((resolve) => {
      undone.current = resolve;
    });
  };

  const ended = (end: Job) => {
    void refreshLists(queries);
    if (job === null) return;
    if (job.action === 'undo') {
      undone.current?.(end);
      setJob(null);
      return;
    }
    if (end.state !== 'done') return;
    const act = { jobId: job.jobId, action: job.action, size: job.size };
    past.remember(act);
    // What could not be done is worth reading; else the card has nothing more to say.
    if (end.failed === 0) setJob(null);
    const count = countInWords(end.finished - end.failed, true, t);
    toastWithUndo(t, t.text(`prospects.bulk.did.${job.action}`, { count }), () => undo(act));
  };
  return {
    job,
    start,
    ended,
    undo: (act: PastAct) => undo(act).catch((error: unknown) => toastProblem(t, error)),
    close: () => setJob(null),
    past: past.acts,
  };
}

/** Makes a pitch of each prospect that was chosen. */
function addToCampaign(
  { campaignId }: { campaignId: string },
  chosen: { ids: string[] } | { filter: ReturnType<typeof filterBody> },
) {
  const body = 'ids' in chosen ? { prospectIds: chosen.ids } : { filter: chosen.filter };
  return bodyOf(
    api.POST('/api/v1/campaigns/{id}/pitches/bulk', { params: { path: { id: campaignId } }, body }),
  );
}
