import { Button, Group, Skeleton } from '@mantine/core';
import { IconArchive, IconPencil, IconPlus, IconShieldX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Client } from '../../api/views.js';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { EmptyState } from '../../ui/empty-state.js';
import { GuideLink } from '../../ui/guide-link.js';
import { LinksSummary } from '../../ui/links-summary.js';
import { Page, Panel } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { toast, toastProblem, toastWithUndo } from '../../ui/undo-toast.js';
import { BrandDialog } from './brand-dialog.js';
import { BrandPanel } from './brand-panel.js';
import { ClientCounts } from './client-counts.js';
import { ClientDialog } from './client-dialog.js';
import classes from './clients.module.css';
import { acts, clientQuery } from './clients-api.js';
import { LogoPanel } from './logo-panel.js';
import { useRefreshClients } from './use-refresh-clients.js';

const route = getRouteApi('/frame/clients/$clientId');

/** A client: its notes, its brands, and the pages of each that links lead to. */
export function ClientPage() {
  const t = useMessages();
  const { clientId } = route.useParams();
  const client = useQuery(clientQuery(clientId));
  const parent = <Link to="/clients">{t.text('app.nav.clients')}</Link>;
  return (
    <Page>
      <PageHeader title={client.data?.name ?? t.text('clients.one')} parent={parent} />
      <ProblemAlert error={client.error} onRetry={() => void client.refetch()} />
      {client.isPending && <Skeleton h={240} />}
      {client.data && <ClientBody client={client.data} version={client.dataUpdatedAt} />}
    </Page>
  );
}

function ClientBody({ client, version }: { readonly client: Client; readonly version: number }) {
  const t = useMessages();
  const mayManage = useMay('manage');
  const [isEditing, setEditing] = useState(false);
  const [isAddingBrand, setAddingBrand] = useState(false);
  const addBrand = mayManage && (
    <Button
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
      onClick={() => setAddingBrand(true)}
    >
      {t.text('clients.brand.add')}
    </Button>
  );
  return (
    <>
      <Group justify="space-between" gap="md">
        <Group gap="md">
          <ClientCounts client={client} />
        </Group>
        <Button
          variant="default"
          leftSection={<IconShieldX size={16} stroke={1.75} aria-hidden />}
          renderRoot={(props) => (
            <Link to="/clients/$clientId/exclusions" params={{ clientId: client.id }} {...props} />
          )}
        >
          {t.text('clients.exclusions')}
        </Button>
        {mayManage && (
          <Group gap="sm">
            <Button
              variant="default"
              leftSection={<IconPencil size={16} stroke={1.75} aria-hidden />}
              onClick={() => setEditing(true)}
            >
              {t.text('clients.edit')}
            </Button>
            <ArchiveButton client={client} />
            {client.brands.length > 0 && addBrand}
          </Group>
        )}
      </Group>
      {client.notes && (
        <Panel title={t.text('clients.notes')}>
          <p className={classes['notes']}>{client.notes}</p>
        </Panel>
      )}
      {client.brands.length === 0 && (
        <EmptyState
          sentence={t.text(mayManage ? 'clients.brand.none' : 'clients.noBrands')}
          action={addBrand}
          guide={<GuideLink page="start" />}
        />
      )}
      {client.brands.map((brand) => (
        <BrandPanel key={brand.id} brand={brand} clientId={client.id} />
      ))}
      {client.brands.length > 0 && <LinksSummary of={{ clientId: client.id }} />}
      {mayManage && <LogoPanel client={client} version={version} />}
      {isEditing && <ClientDialog client={client} onClose={() => setEditing(false)} />}
      {isAddingBrand && <BrandDialog clientId={client.id} onClose={() => setAddingBrand(false)} />}
    </>
  );
}

function ArchiveButton({ client }: { readonly client: Client }) {
  const t = useMessages();
  const refresh = useRefreshClients();
  const restore = () => acts.restoreClient(client.id).finally(refresh);
  const archive = async () => {
    try {
      await acts.archiveClient(client.id);
      toastWithUndo(t, t.text('clients.archived', { name: client.name }), restore);
    } catch (error) {
      toastProblem(t, error);
    }
    await refresh();
  };
  if (client.archivedAt) {
    const bringBack = () =>
      restore().then(
        () => toast(t.text('clients.restored', { name: client.name })),
        (error: unknown) => toastProblem(t, error),
      );
    return (
      <Button variant="default" onClick={() => void bringBack()}>
        {t.text('clients.restore')}
      </Button>
    );
  }
  return (
    <Button
      variant="default"
      leftSection={<IconArchive size={16} stroke={1.75} aria-hidden />}
      onClick={() => void archive()}
    >
      {t.text('clients.archive')}
    </Button>
  );
}
