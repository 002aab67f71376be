import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, query } from '../../../api/client.js';
import { useSession } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { toastProblem } from '../../../ui/undo-toast.js';

const membersQuery = query.queryOptions('get', '/api/v1/members');

/** What everybody may change of themselves in a workspace. */
interface OwnWish {
  readonly digest?: boolean;
  readonly position?: string;
}

/** Me as a member of this workspace (undefined until it is read), and the way to change what is mine. */
export function useOwnMember() {
  const t = useMessages();
  const { member } = useSession();
  const queries = useQueryClient();
  const me = useQuery(membersQuery).data?.items.find(({ id }) => id === member.id);
  const change = useMutation({
    mutationFn: (body: OwnWish) =>
      api.PATCH('/api/v1/members/{id}', { params: { path: { id: member.id } }, body }),
    onError: (error) => toastProblem(t, error),
    onSettled: () => queries.invalidateQueries({ queryKey: membersQuery.queryKey }),
  });
  return { me, change };
}
