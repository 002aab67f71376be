import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Asks for everything again: a merge moves rows of nearly every list. */
export function useRefreshRecords(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries(), [queries]);
}
