import { useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { NOTHING, type RowSelection } from '../../../ui/row-selection.js';
import { type BulkJob, useBulkJob } from '../../../ui/use-bulk-job.js';
import type { PitchFilter } from '../campaign-search.js';
import type { PitchAction } from '../campaign-views.js';
import { refreshCampaigns } from '../campaigns-api.js';

/** A bulk act that runs or ran: shown with its progress until it is over. */
export type PitchJob = BulkJob<PitchAction>;

/** A filter that may ask for several ends with commas between. */
export type BulkFilter = Omit<PitchFilter, 'outcome'> & { readonly outcome?: string };

interface Chosen {
  readonly filter: BulkFilter;
  readonly selection: RowSelection;
  readonly size: number;
  readonly setSelection: (next: RowSelection) => void;
}

/** Starts an act on all that is selected and follows its job. */
export function usePitchBulk({ filter, selection, size, setSelection }: Chosen) {
  const queries = useQueryClient();
  const t = useMessages();
  const { follow, ...running } = useBulkJob<PitchAction>(
    () => refreshCampaigns(queries),
    (action, count) => t.text(`campaigns.bulk.did.${action}`, { count }),
  );

  const start = async (action: PitchAction, params: object = {}): Promise<void> => {
    const chosen = selection.kind === 'all' ? { filter: filterBody(filter) } : { ids: [...selection.ids] };
    const { jobId } = await bodyOf(api.POST('/api/v1/pitches/bulk', { body: { action, ...chosen, params } }));
    follow({ jobId, action, size });
    setSelection(NOTHING);
  };
  return { ...running, start };
}

/** The filter as a body takes it: lists are lists there. */
export function filterBody({ stage, status, outcome, ...filter }: BulkFilter) {
  return {
    ...filter,
    ...(stage === undefined ? {} : { stage: stage.split(',') }),
    ...(status === undefined ? {} : { status: [status] }),
    ...(outcome === undefined ? {} : { outcome: outcome.split(',') }),
  } as unknown as Record<string, never>;
}
