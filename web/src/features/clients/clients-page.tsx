import { Button, Group, Skeleton, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Client } from '../../api/views.js';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { EmptyState } from '../../ui/empty-state.js';
import { GuideLink } from '../../ui/guide-link.js';
import { ListRow, Rows } from '../../ui/list-row.js';
import { Page, Panel } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { toastProblem } from '../../ui/undo-toast.js';
import { ClientCounts } from './client-counts.js';
import { ClientDialog } from './client-dialog.js';
import { acts, archivedClientsQuery, clientsQuery } from './clients-api.js';
import { useRefreshClients } from './use-refresh-clients.js';

const route = getRouteApi('/frame/clients');

/** All clients with their brands and what their placements come to. */
export function ClientsPage() {
  const t = useMessages();
  const { add, archived } = route.useSearch();
  const navigate = route.useNavigate();
  const mayManage = useMay('manage');
  const clients = useQuery(archived ? archivedClientsQuery : clientsQuery);
  const items = clients.data?.items ?? [];
  const open = () => void navigate({ search: (before) => ({ ...before, add: true }) });
  const close = () => void navigate({ search: ({ add: _, ...before }) => before, replace: true });
  const addButton = mayManage && (
    <Button leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={open}>
      {t.text('app.action.addClient')}
    </Button>
  );
  const isEmpty = clients.data !== undefined && items.length === 0;
  return (
    <Page>
      <PageHeader
        title={t.text('app.nav.clients')}
        note={clients.data && t.text('clients.count', { count: items.length })}
      />
      <Group justify="space-between">
        <Switch
          label={t.text('clients.showArchived')}
          checked={archived ?? false}
          onChange={(event) => {
            const isOn = event.currentTarget.checked;
            void navigate({
              search: ({ archived: _, ...before }) => (isOn ? { ...before, archived: true } : before),
            });
          }}
        />
        {!isEmpty && addButton}
      </Group>
      <ProblemAlert error={clients.error} onRetry={() => void clients.refetch()} />
      {clients.isPending && <Skeleton h={160} />}
      {isEmpty && !archived && (
        <EmptyState
          sentence={t.text(mayManage ? 'clients.none' : 'clients.noneToSee')}
          action={addButton}
          guide={<GuideLink page="start" />}
        />
      )}
      {isEmpty && archived && <p>{t.text('clients.noneArchived')}</p>}
      {items.length > 0 && (
        <Panel flush>
          <Rows label={t.text('app.nav.clients')}>
            {items.map((client) => (
              <ClientRow key={client.id} client={client} mayManage={mayManage} />
            ))}
          </Rows>
        </Panel>
      )}
      {add && mayManage && <ClientDialog onClose={close} />}
    </Page>
  );
}

function ClientRow({ client, mayManage }: { readonly client: Client; readonly mayManage: boolean }) {
  const t = useMessages();
  const refresh = useRefreshClients();
  const restore = () =>
    acts.restoreClient(client.id).then(refresh, (error: unknown) => toastProblem(t, error));
  const brands = client.brands.filter(({ archivedAt }) => !archivedAt).map(({ name }) => name);
  return (
    <ListRow
      title={
        <Link to="/clients/$clientId" params={{ clientId: client.id }} preload="intent">
          {client.name}
        </Link>
      }
      note={brands.length > 0 ? new Intl.ListFormat(t.locale).format(brands) : t.text('clients.noBrands')}
    >
      <ClientCounts client={client} />
      {client.archivedAt && mayManage && (
        <Button variant="default" onClick={() => void restore()}>
          {t.text('clients.restore')}
        </Button>
      )}
    </ListRow>
  );
}
