import { queryOptions, useQuery } from '@tanstack/react-query';
import { query } from '../../api/client.js';
import { isProblem } from '../../api/problem.js';
import type { Right, Session } from '../../api/views.js';

/** The question "who am I": cached until signing in, out or over to another workspace. */
export const sessionQuery = queryOptions({
  ...query.queryOptions('get', '/api/v1/session'),
  staleTime: 5 * 60_000,
  retry: (count, error) => count < 2 && !isProblem(error, 'access.not_signed_in'),
});

/** The session of the pages inside the frame: the frame does not show without one. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('useSession is for pages inside the frame');
  return data;
}

/** Whether the reader may do a thing: buttons that would be refused are not shown. */
export function useMay(right: Right): boolean {
  return useSession().rights.includes(right);
}
