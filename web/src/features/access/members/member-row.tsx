import { Button, Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../api/client.js';
import type { Member, Role } from '../../../api/views.js';
import { useScope } from '../../../app/session/scope.js';
import { useSession } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ListRow } from '../../../ui/list-row.js';
import { PersonMark } from '../../../ui/person-mark.js';
import { toastProblem, toastWithUndo } from '../../../ui/undo-toast.js';
import { LimitDialog } from './limit-dialog.js';
import { isLimitable, membersQuery, rolesInReach } from './members-api.js';

interface Props {
  readonly member: Member;
  readonly mayChange: boolean;
  /** Somebody must own a workspace: its last owner can neither leave nor become less. */
  readonly isLastOwner: boolean;
}

/** One member: role, clients, leaving. Who may not change them sees words instead of controls. */
export function MemberRow({ member, mayChange, isLastOwner }: Props) {
  const t = useMessages();
  const session = useSession();
  const navigate = useNavigate();
  const { clients } = useScope();
  const queries = useQueryClient();
  const [isLimiting, setLimiting] = useState(false);
  const path = { id: member.id };
  const patch = (role: Role) =>
    api
      .PATCH('/api/v1/members/{id}', { params: { path }, body: { role } })
      .finally(() => queries.invalidateQueries({ queryKey: membersQuery.queryKey }));
  const change = useMutation({
    mutationFn: patch,
    onSuccess: (_, role) =>
      toastWithUndo(
        t,
        t.text('access.members.roleChanged', { name: member.name, role: t.text(`words.role.${role}`) }),
        () => patch(member.role),
      ),
    onError: (error) => toastProblem(t, error),
  });
  const isMe = member.id === session.member.id;
  const names = clients.filter(({ id }) => member.clientIds.includes(id)).map(({ name }) => name);
  const reach = member.limitedToClients
    ? t.text('access.members.limited', {
        count: member.clientIds.length,
        names: new Intl.ListFormat(t.locale).format(names),
      })
    : t.text('access.members.all');
  return (
    <ListRow
      lead={<PersonMark name={member.name} />}
      title={
        <>
          {member.name} {isMe && t.text('access.members.you')}
        </>
      }
      note={`${member.email} · ${reach} · ${t.text('words.count.placements', { count: member.placementCount })}`}
    >
      {mayChange && !isLastOwner ? (
        <>
          {isLimitable(member.role) && (
            <Button variant="default" onClick={() => setLimiting(true)}>
              {t.text('access.members.clients')}
            </Button>
          )}
          <Select
            aria-label={t.text('access.members.roleOf', { name: member.name })}
            w={130}
            allowDeselect={false}
            data={rolesInReach(session.member.role).map((role) => ({
              value: role,
              label: t.text(`words.role.${role}`),
            }))}
            value={change.isPending ? change.variables : member.role}
            onChange={(role) => role && role !== member.role && change.mutate(role)}
          />
          <Button
            variant="default"
            aria-label={t.text('access.members.leaveOf', { name: member.name })}
            onClick={() =>
              void navigate({ to: '/settings/members/$memberId/leave', params: { memberId: member.id } })
            }
          >
            {t.text('access.members.leave')}
          </Button>
        </>
      ) : (
        t.text(`words.role.${member.role}`)
      )}
      {isLimiting && <LimitDialog member={member} onClose={() => setLimiting(false)} />}
    </ListRow>
  );
}
