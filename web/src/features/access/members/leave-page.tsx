import { Button, Group, Select, Skeleton, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf, query } from '../../../api/client.js';
import type { Member } from '../../../api/views.js';
import { holdsWork } from '../../../app/session/holds-work.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { Facts, Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { toast } from '../../../ui/undo-toast.js';
import { membersQuery } from './members-api.js';

const route = getRouteApi('/frame/settings/members/$memberId/leave');

/** One screen for somebody who leaves: what ends, in numbers, and who takes over. */
export function LeavePage() {
  const t = useMessages();
  const { memberId } = route.useParams();
  const members = useQuery(membersQuery);
  const leaver = members.data?.items.find(({ id }) => id === memberId);
  const others = members.data?.items.filter(({ id, role }) => id !== memberId && holdsWork(role)) ?? [];
  const parent = <Link to="/settings/members">{t.text('access.settings.members')}</Link>;
  return (
    <Page narrow>
      <PageHeader title={t.text('access.leave.title', { name: leaver?.name ?? '' })} parent={parent} />
      <ProblemAlert error={members.error} onRetry={() => void members.refetch()} />
      {members.isPending && <Skeleton h={240} />}
      {members.data && !leaver && <p>{t.text('access.leave.notHere')}</p>}
      {leaver && <HandOver leaver={leaver} others={others} />}
    </Page>
  );
}

const NOBODY = 'nobody';
/** What else somebody may have in hand. */
const WORK = ['prospects', 'campaigns', 'pitches', 'tasks', 'orders'] as const;

function HandOver({ leaver, others }: { readonly leaver: Member; readonly others: readonly Member[] }) {
  const t = useMessages();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const path = { id: leaver.id };
  const leaving = useQuery(query.queryOptions('get', '/api/v1/members/{id}/leaving', { params: { path } }));
  const [receiver, setReceiver] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const counts = leaving.data;
  const taker = others.find(({ id }) => id === receiver);

  const leave = async () => {
    const body = { handOverTo: taker?.id ?? null };
    const done = await bodyOf(api.POST('/api/v1/members/{id}/leave', { params: { path }, body }));
    await queries.invalidateQueries();
    toast(t.text('access.leave.done', { name: leaver.name, placements: done.handedOver.placements }));
    await navigate({ to: '/settings/members' });
  };
  if (leaving.isError) return <ProblemAlert error={leaving.error} onRetry={() => void leaving.refetch()} />;
  if (!counts) return <Skeleton h={240} />;
  const asked = t.text(taker ? 'access.leave.ask' : 'access.leave.askNobody', {
    name: leaver.name,
    taker: taker?.name ?? '',
    placements: counts.placements,
    work: WORK.reduce((sum, what) => sum + counts[what], 0),
    sessions: counts.sessions,
    tokens: counts.tokens,
  });
  return (
    <Stack gap="lg">
      <Panel title={t.text('access.leave.what')}>
        <Facts
          rows={[
            {
              name: t.text('access.leave.sessions'),
              value: t.text('access.leave.sessionsEnd', { count: counts.sessions }),
            },
            {
              name: t.text('access.leave.tokens'),
              value: t.text('access.leave.tokensEnd', { count: counts.tokens }),
            },
            {
              name: t.text('app.nav.placements'),
              value: t.text('words.count.placements', { count: counts.placements }),
            },
            ...WORK.filter((what) => counts[what] > 0).map((what) => ({
              name: what === 'pitches' ? t.text('campaigns.pitches') : t.text(`app.nav.${what}`),
              value: t.text(`access.leave.${what}`, { count: counts[what] }),
            })),
            {
              name: t.text('access.leave.history'),
              value: t.text('access.leave.historyStays', { name: leaver.name }),
            },
          ]}
        />
      </Panel>
      <Panel title={t.text('access.leave.to')}>
        <Select
          label={t.text('access.leave.receiver')}
          description={t.text('access.leave.receiverWhat')}
          placeholder={t.text('access.leave.choose')}
          allowDeselect={false}
          searchable
          data={[
            ...others.map(({ id, name }) => ({ value: id, label: name })),
            { value: NOBODY, label: t.text('access.leave.nobody') },
          ]}
          value={receiver}
          onChange={setReceiver}
        />
      </Panel>
      <Group gap="sm">
        <Button color="removed" disabled={receiver === null} onClick={() => setAsking(true)}>
          {t.text('access.leave.verb')}
        </Button>
        <Button variant="default" onClick={() => void navigate({ to: '/settings/members' })}>
          {t.text('app.cancel')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t.text('access.leave.title', { name: leaver.name })}
        verb={t.text('access.leave.verb')}
        onConfirm={leave}
      >
        {asked}
      </ConfirmDialog>
    </Stack>
  );
}
