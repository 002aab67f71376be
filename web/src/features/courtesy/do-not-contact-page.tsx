import { Button, Group, Select, Skeleton } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { query } from '../../api/client.js';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { withoutNothing } from '../../ui/address-words.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Rows } from '../../ui/list-row.js';
import { Page, Panel } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { SearchField } from '../../ui/search-field.js';
import classes from './courtesy.module.css';
import { suppressionList } from './courtesy-api.js';
import type { CourtesySearch } from './courtesy-search.js';
import { REASONS, SOURCES } from './courtesy-words.js';
import { EntryDialog } from './entry-dialog.js';
import { EntryRow } from './entry-row.js';
import { ListDialog } from './list-dialog.js';

const route = getRouteApi('/frame/settings/do-not-contact');
const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

/** The sites and addresses nobody of the team contacts: why, since when, and where each comes from. */
export function DoNotContactPage() {
  const t = useMessages();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery({ ...suppressionList(search), placeholderData: keepPreviousData });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isAsked = Object.keys(search).length > 0;
  const go = (part: Partial<CourtesySearch>) =>
    void navigate({
      search: (before: CourtesySearch) => withoutNothing({ ...before, ...part }),
      replace: true,
    });
  return (
    <Page narrow>
      <PageHeader title={t.text('courtesy.title')} note={t.text('courtesy.note')} />
      <Bar search={search} go={go} />
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton height={120} />}
      {list.data && items.length === 0 && (
        <EmptyState sentence={t.text(isAsked ? 'courtesy.noneFound' : 'courtesy.none')} />
      )}
      {items.length > 0 && (
        <Panel flush>
          <Rows label={t.text('courtesy.title')}>
            {items.map((item) => (
              <EntryRow key={item.id} item={item} />
            ))}
          </Rows>
        </Panel>
      )}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t.text('app.loadMore')}
        </Button>
      )}
    </Page>
  );
}

interface BarProps {
  readonly search: CourtesySearch;
  readonly go: (part: Partial<CourtesySearch>) => void;
}

/** What is shown of the list, and what can be put on it. */
function Bar({ search, go }: BarProps) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const [open, setOpen] = useState<'entry' | 'list' | null>(null);
  const clients = useQuery(query.queryOptions('get', '/api/v1/clients')).data?.items ?? [];
  const close = () => setOpen(null);
  return (
    <>
      <div className={classes['bar']}>
        <SearchField label={t.text('courtesy.search')} value={search.q} onChange={(q) => go({ q })} />
        {mayWrite && (
          <Group gap="sm">
            <Button
              variant="default"
              leftSection={<IconFileImport {...ICON} />}
              onClick={() => setOpen('list')}
            >
              {t.text('courtesy.list.open')}
            </Button>
            <Button leftSection={<IconPlus {...ICON} />} onClick={() => setOpen('entry')}>
              {t.text('courtesy.add')}
            </Button>
          </Group>
        )}
      </div>
      <div className={classes['filters']}>
        <Filter
          label={t.text('courtesy.reason')}
          value={search.reason}
          data={REASONS.map((value) => ({ value, label: t.text(`courtesy.reason.${value}`) }))}
          onChange={(reason) => go({ reason: REASONS.find((one) => one === reason) })}
        />
        <Filter
          label={t.text('courtesy.source')}
          value={search.source}
          data={SOURCES.map((value) => ({ value, label: t.text(`courtesy.source.${value}`) }))}
          onChange={(source) => go({ source: SOURCES.find((one) => one === source) })}
        />
        <Filter
          label={t.text('courtesy.scope')}
          value={search.scope}
          data={[
            { value: 'none', label: t.text('courtesy.scope.all') },
            ...clients.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(scope) => go({ scope })}
        />
      </div>
      {open === 'entry' && <EntryDialog onClose={close} />}
      {open === 'list' && <ListDialog onClose={close} />}
    </>
  );
}

interface FilterProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | undefined) => void;
}

function Filter({ label, value, data, onChange }: FilterProps) {
  const t = useMessages();
  return (
    <Select
      label={label}
      placeholder={t.text('courtesy.any')}
      data={data}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      clearable
      clearButtonProps={{ 'aria-label': t.text('courtesy.clear', { label }) }}
    />
  );
}
