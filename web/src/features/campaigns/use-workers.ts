import { query } from '../../api/client.js';
import { holdsWork } from '../../app/session/holds-work.js';

/** The people who may work on pitches and own campaigns. */
export function useWorkers() {
  const members =
    query.useQuery('get', '/api/v1/members', { params: { query: { state: 'active' } } }).data?.items ?? [];
  return members.filter((member) => holdsWork(member.role));
}
