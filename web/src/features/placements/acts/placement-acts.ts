import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, bodyOf, idempotencyKey } from '../../../api/client.js';
import type { PlacementChange, Replacement } from '../../../api/placement-views.js';
import type { Messages } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { toastProblem, toastWithUndo } from '../../../ui/undo-toast.js';
import { patchRow, refreshLists, refreshPlacement } from '../placement-cache.js';

/** Everything a person does to one placement. Each act shows its outcome everywhere the placement is on screen. */
export function useActs(id: string) {
  const queries = useQueryClient();
  const t = useMessages();
  return useMemo(() => actsOn(id, queries, t), [id, queries, t]);
}

export type Acts = ReturnType<typeof actsOn>;

function actsOn(id: string, queries: QueryClient, t: Messages) {
  const path = { params: { path: { id } } };
  const told = async <Answer>(call: Promise<Answer>): Promise<Answer> => {
    const answer = await call;
    if (isRow(answer)) patchRow(queries, answer);
    await refreshPlacement(queries, id);
    return answer;
  };
  const restore = async () => {
    await api.POST('/api/v1/placements/{id}/restore', path);
    await Promise.all([refreshLists(queries), refreshPlacement(queries, id)]);
  };
  const reopen = () => told(bodyOf(api.POST('/api/v1/placements/{id}/reopen', path)));
  return {
    check: () => bodyOf(api.POST('/api/v1/placements/{id}/check', path)),
    accept: (note: string) =>
      told(bodyOf(api.POST('/api/v1/placements/{id}/accept', { ...path, body: note ? { note } : {} }))),
    end: async (reason: string) => {
      await told(
        bodyOf(api.POST('/api/v1/placements/{id}/end', { ...path, body: reason ? { reason } : {} })),
      );
      toastWithUndo(t, t.text('placements.ended'), reopen);
    },
    release: async (reason: string) => {
      await told(bodyOf(api.POST('/api/v1/placements/{id}/release', { ...path, body: { reason } })));
      toastWithUndo(t, t.text('placements.released'), reopen);
    },
    replace: (body: Replacement) =>
      told(bodyOf(api.POST('/api/v1/placements/{id}/replace', { ...path, headers: idempotencyKey(), body }))),
    reopen: () => reopen().catch((error: unknown) => toastProblem(t, error)),
    archive: async () => {
      await told(bodyOf(api.POST('/api/v1/placements/{id}/archive', path)));
      await refreshLists(queries);
      toastWithUndo(t, t.text('placements.archived'), restore);
    },
    restore: () => restore().catch((error: unknown) => toastProblem(t, error)),
    edit: (body: PlacementChange) =>
      told(bodyOf(api.PATCH('/api/v1/placements/{id}', { ...path, body: body }))),
    addDocument: (form: FormData) => told(sendForm(`/api/v1/placements/${id}/documents`, form)),
    seenByHand: (form: FormData) => told(sendForm(`/api/v1/placements/${id}/seen-by-hand`, form)),
  };
}

function isRow(answer: unknown): answer is Parameters<typeof patchRow>[1] {
  return typeof answer === 'object' && answer !== null && 'state' in answer && 'id' in answer;
}

/** Sends a form with files; the browser writes the boundary of its parts itself. */
async function sendForm(address: string, form: FormData): Promise<unknown> {
  const call = api.POST as unknown as (
    path: string,
    init: { body: FormData; bodySerializer: (form: FormData) => FormData },
  ) => Promise<{ data?: unknown; response: Response }>;
  return bodyOf(call(address, { body: form, bodySerializer: (sent) => sent }));
}
