import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { CountedHeader } from '../../../ui/counted-header.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { GuideLink } from '../../../ui/guide-link.js';
import { DoublesLink } from '../../../ui/list-links.js';
import { FilterChip, ListBar, ListBody } from '../../../ui/list-page.js';
import { NoneFits } from '../../../ui/none-fits.js';
import { Page } from '../../../ui/page.js';
import { RecordList } from '../../../ui/record-list.js';
import { ExportMenu } from '../../../ui/record-list-bar.js';
import { SavedViews } from '../../../ui/saved-views.js';
import { SearchField } from '../../../ui/search-field.js';
import type { PagedList } from '../../../ui/use-list-rows.js';
import { useSearchChange } from '../../../ui/use-search-change.js';
import { PublisherDialog } from '../new/publisher-dialog.js';
import { type PublisherSearch, publisherFilter } from '../publisher-search.js';
import { PUBLISHER_KINDS, type PublisherRow } from '../publisher-views.js';
import { exportAddress, publisherDetail, publisherList } from '../publishers-api.js';
import { PublisherCard } from './publisher-card.js';
import { publisherColumns } from './publisher-columns.js';

const route = getRouteApi('/frame/publishers');
/** What changes without a step to go back to. */
const PASSING = ['q', 'add'] as const;

/** All publishers: who stands behind the sites, with how many sites, people and living links. */
export function PublishersPage() {
  const t = useMessages();
  const search = route.useSearch();
  const mayWrite = useMay('write');
  const list = useInfiniteQuery(publisherList(search));
  const change = useSearchChange<PublisherSearch>(route.useNavigate(), PASSING);
  const add = mayWrite && (
    <Button
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
      onClick={() => change({ add: true })}
    >
      {t.text('publishers.add')}
    </Button>
  );
  return (
    <Page fill>
      <CountedHeader title={t.text('publishers.title')} counted="publishers.count" list={list} />
      <ListBody>
        <ListBar
          label={t.text('publishers.bar')}
          end={
            <>
              <DoublesLink kind="publisher" />
              <ExportMenu addressOf={(format) => exportAddress(search, format)} />
              {add}
            </>
          }
        >
          <SavedViews list="publishers" path="/publishers" />
          {PUBLISHER_KINDS.filter((kind) => kind !== 'unknown').map((kind) => (
            <FilterChip
              key={kind}
              isOn={search.kind === kind}
              onClick={() => change({ kind: search.kind === kind ? undefined : kind })}
            >
              {t.text(`publishers.kinds.${kind}`)}
            </FilterChip>
          ))}
          <FilterChip
            isOn={search.archived === true}
            isLate
            onClick={() => change({ archived: search.archived ? undefined : true })}
          >
            {t.text('publishers.archivedOnes')}
          </FilterChip>
          <SearchField label={t.text('publishers.search')} value={search.q} onChange={(q) => change({ q })} />
        </ListBar>
        <Publishers list={list} search={search} change={change} add={add} />
      </ListBody>
      {search.add && mayWrite && <PublisherDialog onClose={() => change({ add: undefined })} />}
    </Page>
  );
}

interface ListProps {
  readonly list: PagedList<PublisherRow>;
  readonly search: PublisherSearch;
  readonly change: (to: Partial<PublisherSearch>) => void;
  readonly add: React.ReactNode;
}

function Publishers({ list, search, change, add }: ListProps) {
  const t = useMessages();
  const queries = useQueryClient();
  const navigate = route.useNavigate();
  const sort = search.sort ?? 'name';
  const open = useCallback(
    (row: PublisherRow) => void navigate({ to: '/publishers/$id', params: { id: row.id } }),
    [navigate],
  );
  const columns = useMemo(
    () =>
      publisherColumns(t, {
        sort,
        onSort: (next) => change({ sort: next === 'name' ? undefined : next }),
        onOpen: open,
        onPrefetch: (id) => void queries.query(publisherDetail(id)).catch(() => undefined),
      }),
    [t, sort, change, open, queries],
  );
  const filter = publisherFilter(search);
  const isNarrowed = Object.keys(filter).length > 0;
  return (
    <RecordList
      label={t.text('publishers.title')}
      list={list}
      columns={columns}
      nameOf={(row) => row.name}
      card={(row) => <PublisherCard row={row} />}
      onOpen={open}
      empty={
        isNarrowed ? (
          <NoneFits
            sentence={t.text('publishers.noneFits')}
            onClear={() => change({ q: undefined, kind: undefined, archived: undefined })}
          />
        ) : (
          <EmptyState sentence={t.text('publishers.none')} action={add} guide={<GuideLink page="start" />} />
        )
      }
      placeId={`publishers-${sort}-${JSON.stringify(filter)}`}
    />
  );
}
