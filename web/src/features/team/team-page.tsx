import { Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '../../i18n/messages-provider.js';
import { withoutNothing } from '../../ui/address-words.js';
import { ListBar } from '../../ui/list-page.js';
import { Page } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { ClientTable } from './client-table.js';
import { LostList } from './lost-list.js';
import { MonthPicker } from './month-picker.js';
import { PeopleTable } from './people-table.js';
import { ReassignCard, ReassignDialog } from './reassign-dialog.js';
import { type TeamPerson, teamOverview } from './team-api.js';
import { useReassign } from './use-reassign.js';

const route = getRouteApi('/frame/team');

/** The manager's Monday: delivered against agreed, who has what, what was lost, what was spent; every number opens its rows. */
export function TeamPage() {
  const t = useMessages();
  const { month, client } = route.useSearch();
  const navigate = route.useNavigate();
  const [person, setPerson] = useState<TeamPerson | null>(null);
  const reassign = useReassign();
  const overview = useQuery({ ...teamOverview(month, client), placeholderData: keepPreviousData });
  const { data } = overview;
  return (
    <Page>
      <PageHeader title={t.text('app.nav.team')} />
      <ProblemAlert error={overview.error} onRetry={() => void overview.refetch()} />
      {overview.isPending && <TeamSkeleton />}
      {data && (
        <>
          <ListBar label={t.text('team.bar')}>
            <MonthPicker
              month={month ?? data.month}
              isThisMonth={month === undefined || (data.month === month && data.isThisMonth)}
              onChange={(next) =>
                void navigate({ search: (before) => withoutNothing({ ...before, month: next }) })
              }
            />
          </ListBar>
          <ClientTable overview={data} />
          <PeopleTable overview={data} onReassign={setPerson} />
          <LostList lost={data.allClients.lost} clientId={client} />
        </>
      )}
      {person && (
        <ReassignDialog
          person={person}
          clientId={client}
          onStart={reassign.start}
          onClose={() => setPerson(null)}
        />
      )}
      {reassign.handing && (
        <ReassignCard handing={reassign.handing} onEnd={reassign.ended} onClose={reassign.close} />
      )}
    </Page>
  );
}

function TeamSkeleton() {
  return (
    <>
      <Skeleton h={28} w={260} radius="md" />
      <Skeleton h={240} radius="lg" />
      <Skeleton h={240} radius="lg" />
    </>
  );
}
