import { Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, query } from '../../../api/client.js';
import { useSession } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { toastProblem } from '../../../ui/undo-toast.js';

const membersQuery = query.queryOptions('get', '/api/v1/members');

/** Whether I get the daily mail about my placements. */
export function Digest() {
  const t = useMessages();
  const { member } = useSession();
  const queries = useQueryClient();
  const me = useQuery(membersQuery).data?.items.find(({ id }) => id === member.id);
  const change = useMutation({
    mutationFn: (digest: boolean) =>
      api.PATCH('/api/v1/members/{id}', { params: { path: { id: member.id } }, body: { digest } }),
    onError: (error) => toastProblem(t, error),
    onSettled: () => queries.invalidateQueries({ queryKey: membersQuery.queryKey }),
  });
  return (
    <Switch
      checked={change.isPending ? change.variables : (me?.digest ?? false)}
      disabled={!me}
      onChange={(event) => change.mutate(event.currentTarget.checked)}
      label={t.text('access.account.digestLabel')}
      description={t.text('access.account.digestWhat')}
    />
  );
}
