import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, bodyOf } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { toast, toastProblem } from '../../../ui/undo-toast.js';
import { refreshLists } from '../prospect-cache.js';
import type { Addition } from './web-search-api.js';
import { refreshFound } from './web-search-api.js';

/** Prospects an addition made or brought back: what its undo archives. */
function madeBy(additions: readonly Addition[]): string[] {
  return additions.flatMap(({ outcome, prospectId }) =>
    (outcome === 'added' || outcome === 'restored') && prospectId !== null ? [prospectId] : [],
  );
}

/** What became of the sites that were added last, by their keys, and the way back while that stands on screen. */
export function useAdditions() {
  const t = useMessages();
  const queries = useQueryClient();
  const [additions, setAdditions] = useState<readonly Addition[]>([]);
  const [undoJobId, setUndoJobId] = useState<string | null>(null);
  const undone = useRef<(() => void) | null>(null);
  const refresh = () => Promise.all([refreshFound(queries), refreshLists(queries)]);

  const undo = async (of: readonly Addition[]): Promise<void> => {
    const body = { action: 'archive' as const, ids: madeBy(of) };
    const { jobId } = await bodyOf(api.POST('/api/v1/prospects/bulk', { body }));
    setAdditions([]);
    setUndoJobId(jobId);
    await new Promise<void>((resolve) => {
      undone.current = resolve;
    });
  };

  return {
    additions,
    isUndoable: madeBy(additions).length > 0,
    undoJobId,
    told: (items: readonly Addition[]) => {
      setAdditions(items);
      void refresh();
    },
    undo: () =>
      void undo(additions).then(
        () => toast(t.text('app.undone')),
        (error: unknown) => toastProblem(t, error),
      ),
    undoEnded: () => {
      setUndoJobId(null);
      void refresh();
      undone.current?.();
    },
    close: () => setAdditions([]),
  };
}
