import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, bodyOf, query } from '../../../api/client.js';
import { isProblem } from '../../../api/problem.js';
import type { ProspectChange, ProspectRow } from '../../../api/prospect-views.js';
import { holdsWork } from '../../../app/session/holds-work.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { toastProblem, toastWithUndo } from '../../../ui/undo-toast.js';
import { patchRow } from '../prospect-cache.js';
import { prospectDetail, prospectKeys } from '../prospects-api.js';
import { changeBack, changedRow } from './prospect-change.js';

/** The people who may own a prospect. */
export function useWriters() {
  const members =
    query.useQuery('get', '/api/v1/members', { params: { query: { state: 'active' } } }).data?.items ?? [];
  return members.filter((member) => holdsWork(member.role));
}

/**
 * Keeps a change of one prospect: shown at once, taken back for ten seconds, and put right when the server refuses it
 * or somebody else was faster. Says whether it was kept.
 */
export function useSave() {
  const queries = useQueryClient();
  const t = useMessages();
  const writers = useWriters();
  return useCallback(
    async (row: ProspectRow, change: ProspectChange): Promise<boolean> => {
      const owner = writers.find(({ id }) => id === change.ownerMemberId)?.name ?? null;
      const keep = async (revision: number, body: ProspectChange) => {
        const kept = await bodyOf(
          api.PATCH('/api/v1/prospects/{id}', {
            params: { path: { id: row.id } },
            body: { revision, ...body },
          }),
        );
        patchRow(queries, kept);
        void queries.invalidateQueries({ queryKey: prospectKeys.counts });
        void queries.invalidateQueries({ queryKey: prospectKeys.tags });
        return kept;
      };
      patchRow(queries, changedRow(row, change, owner));
      try {
        const kept = await keep(row.revision, change);
        toastWithUndo(t, t.text('prospects.edit.saved', { host: row.displayHost }), () =>
          keep(kept.revision, changeBack(row, change)),
        );
        return true;
      } catch (error) {
        patchRow(queries, row);
        if (isProblem(error, 'prospect.changed_meanwhile')) {
          const theirs = await queries.query({ ...prospectDetail(row.id), staleTime: 0 }).catch(() => null);
          if (theirs) patchRow(queries, theirs);
        }
        toastProblem(t, error);
        return false;
      }
    },
    [queries, t, writers],
  );
}
