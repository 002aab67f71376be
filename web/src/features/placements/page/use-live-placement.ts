import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type LiveNews, useLiveNews } from '../../../api/live-updates.js';
import { placementKeys } from '../placements-api.js';

/** Asks again for the placement on screen whenever the server says it changed. */
export function useLivePlacement(id: string): void {
  const queries = useQueryClient();
  useLiveNews(
    useCallback(
      (news: LiveNews) => {
        if (news.type === 'placement' && news.id === id && (news.phase ?? 'done') === 'done')
          void queries.invalidateQueries({ queryKey: placementKeys.one(id) });
      },
      [queries, id],
    ),
  );
}
