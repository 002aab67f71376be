import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type LiveNews, useLiveNews } from '../../../api/live-updates.js';
import type { PlacementRow } from '../../../api/placement-views.js';
import { refreshPlacement } from '../placement-cache.js';

/** The steps of a check as the server names them, in their order. */
export const CHECK_PHASES = ['queued', 'fetching', 'reading', 'judging'] as const;
export type CheckPhase = (typeof CHECK_PHASES)[number];

const ASK_AGAIN_MS = 2_500;

/**
 * Follows an asked check until its result is there. The stream says each phase; the placement is asked for again besides,
 * so a cut stream delays the result by moments and loses nothing.
 */
export function useLiveCheck(placement: Pick<PlacementRow, 'id' | 'checkedAt'>, ask: () => Promise<unknown>) {
  const queries = useQueryClient();
  const { id, checkedAt } = placement;
  const [phase, setPhase] = useState<CheckPhase | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const before = useRef(checkedAt);

  useEffect(() => {
    if (phase === null || before.current === checkedAt) return;
    before.current = checkedAt;
    setPhase(null);
  }, [phase, checkedAt]);

  useLiveNews(
    useCallback(
      (news: LiveNews) => {
        if (news.id !== id) return;
        const named = phaseOf(news);
        setPhase((now) => (now === null ? null : (named ?? now)));
      },
      [id],
    ),
  );

  const isRunning = phase !== null;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => void refreshPlacement(queries, id), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isRunning, queries, id]);

  const start = async () => {
    if (phase !== null) return;
    before.current = checkedAt;
    setProblem(null);
    setPhase('queued');
    try {
      await ask();
    } catch (error) {
      setPhase(null);
      setProblem(error);
    }
  };
  return { phase, problem, start };
}

function phaseOf(news: LiveNews): CheckPhase | undefined {
  return CHECK_PHASES.find((phase) => phase === news.phase);
}
