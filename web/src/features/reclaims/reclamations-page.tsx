import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMessages } from '../../i18n/messages-provider.js';
import { withoutNothing } from '../../ui/address-words.js';
import { AskedChips } from '../../ui/asked-chips.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FilterChip, ListBar } from '../../ui/list-page.js';
import { ListRow, Rows } from '../../ui/list-row.js';
import { Page, Panel } from '../../ui/page.js';
import { PageHeader } from '../../ui/page-header.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { ASKED_STATES, type ReclamationRow, reclamationList } from './reclaims-api.js';

const route = getRouteApi('/frame/reclamations');

/** Whom to ask about links that got worse: one line for each counterparty, never sent by itself. */
export function ReclamationsPage() {
  const t = useMessages();
  const search = route.useSearch();
  const { state = 'open' } = search;
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(reclamationList(search));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page>
      <PageHeader title={t.text('reclaims.title')} />
      <ListBar label={t.text('reclaims.states')}>
        {ASKED_STATES.map((asked) => (
          <FilterChip
            key={asked}
            isOn={asked === state}
            onClick={() =>
              void navigate({
                search: (before) =>
                  withoutNothing({ ...before, state: asked === 'open' ? undefined : asked }),
              })
            }
          >
            {t.text(`reclaims.state.${asked}`)}
          </FilterChip>
        ))}
        <AskedChips
          asked={[
            {
              isOn: search.assignee !== undefined,
              label: t.text('reclaims.ofOne'),
              onClear: () => void navigate({ search: ({ assignee: _, ...before }) => before }),
            },
          ]}
        />
      </ListBar>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={160} />}
      {list.data && rows.length === 0 && (
        <EmptyState sentence={t.text(state === 'open' ? 'reclaims.none' : 'reclaims.noneSo')} />
      )}
      {rows.length > 0 && (
        <Panel flush>
          <Rows label={t.text('reclaims.title')}>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </Rows>
        </Panel>
      )}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t.text('reclaims.more')}
        </Button>
      )}
    </Page>
  );
}

function Row({ row }: { readonly row: ReclamationRow }) {
  const t = useMessages();
  const facts = [
    t.text(`reclaims.state.${row.state}`),
    t.text('reclaims.lines', { count: row.lineCount, open: row.openCount }),
    row.clientName,
    ...(row.assigneeName === null ? [] : [row.assigneeName]),
  ];
  return (
    <ListRow
      title={
        <Link to="/reclamations/$id" params={{ id: row.id }}>
          {row.counterparty.name}
        </Link>
      }
      note={facts.join(' · ')}
    >
      <RelativeTime at={row.gotWorseAt} />
    </ListRow>
  );
}
