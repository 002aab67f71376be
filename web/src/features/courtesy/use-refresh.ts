import { useQueryClient } from '@tanstack/react-query';
import { suppressionsKey } from './courtesy-api.js';

/** Asks again for the list and for everything that says whether somebody may be written to. */
export function useRefresh(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: suppressionsKey }),
      queries.invalidateQueries({ queryKey: ['prospects'] }),
      queries.invalidateQueries({ queryKey: ['contacts'] }),
    ]);
}
