import { Button, Group, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay, useSession } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { PersonMark } from '../../../ui/person-mark.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { Invitations } from './invitations.js';
import { InviteDialog } from './invite-dialog.js';
import { MemberRow } from './member-row.js';
import { formerMembersQuery, membersQuery, rolesInReach } from './members-api.js';

/** Who works in this workspace, who is invited, who left. */
export function MembersPage() {
  const t = useMessages();
  const { member } = useSession();
  const mayManage = useMay('manage');
  const members = useQuery(membersQuery);
  const former = useQuery(formerMembersQuery).data?.items ?? [];
  const owners = members.data?.items.filter(({ role }) => role === 'owner').length ?? 0;
  const [isInviting, setInviting] = useState(false);
  return (
    <Page>
      <PageHeader
        title={t.text('access.settings.members')}
        note={members.data && t.text('access.members.count', { count: members.data.items.length })}
      />
      {mayManage && (
        <Group justify="flex-end">
          <Button
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => setInviting(true)}
          >
            {t.text('access.members.invite')}
          </Button>
        </Group>
      )}
      <ProblemAlert error={members.error} onRetry={() => void members.refetch()} />
      <Panel title={t.text('access.members.here')} flush>
        {members.isPending && <Skeleton h={90} m="md" w="auto" />}
        <Rows label={t.text('access.members.here')}>
          {members.data?.items.map((one) => (
            <MemberRow
              key={one.id}
              member={one}
              mayChange={rolesInReach(member.role).includes(one.role)}
              isLastOwner={owners === 1 && one.role === 'owner'}
            />
          ))}
        </Rows>
      </Panel>
      {mayManage && <Invitations />}
      {former.length > 0 && (
        <Panel title={t.text('access.members.former')} flush>
          <Rows label={t.text('access.members.former')}>
            {former.map((one) => (
              <ListRow
                key={one.id}
                lead={<PersonMark name={one.name} />}
                title={one.name}
                note={
                  <>
                    {t.text('access.members.left')} <RelativeTime at={one.leftAt} />
                  </>
                }
              />
            ))}
          </Rows>
        </Panel>
      )}
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Page>
  );
}
