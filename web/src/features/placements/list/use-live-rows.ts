import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { type LiveNews, useLiveNews } from '../../../api/live-updates.js';
import { patchRow } from '../placement-cache.js';
import { placementDetail, placementKeys } from '../placements-api.js';

/** The steps of a running check change no row. */
const isDone = ({ phase }: LiveNews) => (phase ?? 'done') === 'done';

const EVERY_MS = 1_000;
/** A bulk check changes thousands of rows; no more than these are asked for in one turn, the ones on screen first. */
const MOST_AT_ONCE = 8;

/**
 * Keeps the rows on screen true while the server works: news of a placement that can be seen fetches that one row,
 * the others wait until they are scrolled to. The list itself is never loaded again, so nothing jumps.
 */
export function useLiveRows(visible: RefObject<ReadonlySet<string>>): void {
  const queries = useQueryClient();
  const stale = useRef(new Set<string>());

  useLiveNews(
    useCallback((news: LiveNews) => {
      if (news.type === 'placement' && isDone(news)) stale.current.add(news.id);
    }, []),
  );

  useEffect(() => {
    let heard = 0;
    const turn = async () => {
      if (stale.current.size !== heard) {
        heard = stale.current.size;
        void queries.invalidateQueries({ queryKey: placementKeys.counts });
      }
      const ids = [...stale.current].filter((id) => visible.current.has(id)).slice(0, MOST_AT_ONCE);
      for (const id of ids) stale.current.delete(id);
      heard -= ids.length;
      const rows = await Promise.allSettled(
        ids.map((id) => queries.query({ ...placementDetail(id), staleTime: 0 })),
      );
      for (const row of rows) if (row.status === 'fulfilled') patchRow(queries, row.value);
    };
    const timer = setInterval(() => void turn(), EVERY_MS);
    return () => clearInterval(timer);
  }, [queries, visible]);
}
