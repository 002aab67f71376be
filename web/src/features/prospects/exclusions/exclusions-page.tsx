import { Button, Group, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { idempotencyKey } from '../../../api/client.js';
import type { ExclusionView } from '../../../api/prospect-views.js';
import { useScope } from '../../../app/session/scope.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { toastProblem, toastWithUndo } from '../../../ui/undo-toast.js';
import { refreshLists } from '../prospect-cache.js';
import { exclusionList, settingsActs } from '../settings/settings-api.js';
import { ExcludeDialog } from './exclude-dialog.js';

/** The sites one client wants no link from: its competitors, and what it blocks. */
export function ExclusionsPage() {
  const t = useMessages();
  const { clientId } = useParams({ from: '/frame/clients/$clientId/exclusions' });
  const { clients } = useScope();
  const mayWrite = useMay('write');
  const [isAdding, setAdding] = useState(false);
  const list = useInfiniteQuery(exclusionList(clientId));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const client = clients.find(({ id }) => id === clientId)?.name ?? t.text('clients.one');
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => setAdding(true)}>
      {t.text('prospects.exclude.add')}
    </Button>
  );
  return (
    <Page narrow>
      <PageHeader
        title={t.text('prospects.exclude.title')}
        parent={
          <Link to="/clients/$clientId" params={{ clientId }}>
            {client}
          </Link>
        }
      />
      {items.length > 0 && <Group justify="flex-end">{add}</Group>}
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton height={120} />}
      {list.data && items.length === 0 && (
        <EmptyState sentence={t.text('prospects.exclude.none', { client })} action={add} />
      )}
      {items.length > 0 && (
        <Panel flush>
          <Rows label={t.text('prospects.exclude.title')}>
            {items.map((item) => (
              <Entry key={item.id} item={item} mayWrite={mayWrite} />
            ))}
          </Rows>
        </Panel>
      )}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t.text('app.loadMore')}
        </Button>
      )}
      {isAdding && <ExcludeDialog clientId={clientId} client={client} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Entry({ item, mayWrite }: { readonly item: ExclusionView; readonly mayWrite: boolean }) {
  const t = useMessages();
  const queries = useQueryClient();
  const { id, clientId, siteId, displayHost, reason, note, createdAt, createdByName } = item;
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: exclusionList(clientId).queryKey }),
      refreshLists(queries),
    ]);
  const remove = async () => {
    try {
      await settingsActs.include(clientId, id);
      toastWithUndo(t, t.text('prospects.exclude.removed', { host: displayHost }), async () => {
        await settingsActs.exclude(clientId, { siteId, reason, ...(note ? { note } : {}) }, idempotencyKey());
        await refresh();
      });
    } catch (error) {
      toastProblem(t, error);
    }
    await refresh();
  };
  return (
    <ListRow
      title={
        <Link to="/sites/$siteId" params={{ siteId }}>
          {displayHost}
        </Link>
      }
      note={
        <>
          {t.text(`prospects.exclusion.${reason}`)} · <RelativeTime at={createdAt} />
          {createdByName !== null && ` · ${createdByName}`}
          {note !== '' && ` · ${note}`}
        </>
      }
    >
      {mayWrite && (
        <Button variant="default" size="compact-sm" onClick={() => void remove()}>
          {t.text('prospects.exclude.remove')}
        </Button>
      )}
    </ListRow>
  );
}
