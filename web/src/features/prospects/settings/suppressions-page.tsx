import { Button, Group, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SuppressionView } from '../../../api/prospect-views.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { SearchField } from '../../../ui/search-field.js';
import { refreshLists } from '../prospect-cache.js';
import { settingsActs, suppressionList } from './settings-api.js';
import { SuppressionDialog } from './suppression-dialog.js';

/** The sites and addresses nobody of the team contacts, each with its reason. */
export function SuppressionsPage() {
  const t = useMessages();
  const mayWrite = useMay('write');
  const [search, setSearch] = useState<string | undefined>();
  const [isAdding, setAdding] = useState(false);
  const list = useInfiniteQuery(suppressionList(search ?? ''));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => setAdding(true)}>
      {t.text('prospects.suppress.add')}
    </Button>
  );
  return (
    <Page narrow>
      <PageHeader title={t.text('prospects.doNotContact')} />
      <Group justify="space-between">
        <SearchField label={t.text('prospects.suppress.search')} value={search} onChange={setSearch} />
        {add}
      </Group>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton height={120} />}
      {list.data && items.length === 0 && (
        <EmptyState
          sentence={
            search
              ? t.text('prospects.suppress.noneFound', { words: search })
              : t.text('prospects.suppress.none')
          }
        />
      )}
      {items.length > 0 && (
        <Panel flush>
          <Rows label={t.text('prospects.doNotContact')}>
            {items.map((item) => (
              <Entry key={item.id} item={item} />
            ))}
          </Rows>
        </Panel>
      )}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t.text('app.loadMore')}
        </Button>
      )}
      {isAdding && <SuppressionDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Entry({ item }: { readonly item: SuppressionView }) {
  const t = useMessages();
  const queries = useQueryClient();
  const mayManage = useMay('manage');
  const [isAsking, setAsking] = useState(false);
  const name = item.displayHost ?? item.address ?? t.text('prospects.suppress.erased');
  const reason = `prospects.suppression.${item.reason}`;
  const lift = async () => {
    await settingsActs.lift(item.id);
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['prospects', 'suppressions'] }),
      refreshLists(queries),
    ]);
  };
  return (
    <ListRow
      title={
        item.siteId === null ? (
          name
        ) : (
          <Link to="/sites/$siteId" params={{ siteId: item.siteId }}>
            {name}
          </Link>
        )
      }
      note={
        <>
          {t.has(reason) ? t.text(reason) : item.reason} · <RelativeTime at={item.createdAt} />
          {item.createdByName !== null && ` · ${item.createdByName}`}
          {item.note !== '' && ` · ${item.note}`}
        </>
      }
    >
      {mayManage && (
        <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
          {t.text('prospects.act.lift')}
        </Button>
      )}
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t.text('prospects.suppress.liftTitle', { name })}
        verb={t.text('prospects.act.lift')}
        onConfirm={lift}
      >
        {t.text('prospects.suppress.liftSays')}
      </ConfirmDialog>
    </ListRow>
  );
}
