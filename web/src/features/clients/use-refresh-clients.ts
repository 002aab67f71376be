import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

const PATHS = ['/api/v1/clients', '/api/v1/brands', '/api/v1/today'];

/** Asks for everything about clients again after a change. */
export function useRefreshClients(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(
    () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => PATHS.some((path) => String(queryKey[1]).startsWith(path)),
      }),
    [queries],
  );
}
