import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayInWords } from '../../../i18n/times.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Panel } from '../../../ui/page.js';
import { toast, toastProblem } from '../../../ui/undo-toast.js';
import { invitationsQuery } from './members-api.js';

/** Who is invited and has not come yet. */
export function Invitations() {
  const t = useMessages();
  const queries = useQueryClient();
  const invitations = useQuery(invitationsQuery).data?.items ?? [];
  const withdraw = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/v1/invitations/{id}', { params: { path: { id } } }),
    onSuccess: () => toast(t.text('access.invite.withdrawn')),
    onError: (error) => toastProblem(t, error),
    onSettled: () => queries.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  });
  if (invitations.length === 0) return null;
  return (
    <Panel title={t.text('access.members.invited')} flush>
      <Rows label={t.text('access.members.invited')}>
        {invitations.map((one) => (
          <ListRow
            key={one.id}
            title={one.email}
            note={
              <>
                {t.text(`words.role.${one.role}`)} · {t.text('access.invite.until')}{' '}
                {dayInWords(one.expiresAt.slice(0, 10), t)}
              </>
            }
          >
            <Button
              variant="default"
              aria-label={t.text('access.invite.withdrawOf', { email: one.email })}
              onClick={() => withdraw.mutate(one.id)}
            >
              {t.text('access.invite.withdraw')}
            </Button>
          </ListRow>
        ))}
      </Rows>
    </Panel>
  );
}
