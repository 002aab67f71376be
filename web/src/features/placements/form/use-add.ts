import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, bodyOf, idempotencyKey } from '../../../api/client.js';
import type { PlacementRow } from '../../../api/placement-views.js';
import { refreshLists } from '../placement-cache.js';
import { newBody, type PlacementDraft } from './placement-form.js';

/** Adds a placement. One key goes with one body, so a second press after a cut line never makes two. */
export function useAdd(onAdded: (row: PlacementRow) => void) {
  const queries = useQueryClient();
  const [isAdding, setAdding] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const sent = useRef({ body: '', header: idempotencyKey() });
  const add = async (draft: PlacementDraft) => {
    if (isAdding) return;
    const body = newBody(draft);
    const text = JSON.stringify(body);
    if (sent.current.body !== text) sent.current = { body: text, header: idempotencyKey() };
    setAdding(true);
    setProblem(null);
    try {
      const row = await bodyOf(api.POST('/api/v1/placements', { headers: sent.current.header, body }));
      await refreshLists(queries);
      onAdded(row);
    } catch (error) {
      setProblem(error);
    } finally {
      setAdding(false);
    }
  };
  return { add, isAdding, problem };
}
