import { Button } from '@mantine/core';
import { IconPlus, IconUpload } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { ImportLink } from '../../../ui/list-links.js';
import { FilterChip, ListBar, ListBody } from '../../../ui/list-page.js';
import { NoneFits } from '../../../ui/none-fits.js';
import { Page } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { RecordList } from '../../../ui/record-list.js';
import { ExportMenu } from '../../../ui/record-list-bar.js';
import { SavedViews } from '../../../ui/saved-views.js';
import { SearchField } from '../../../ui/search-field.js';
import { useSearchChange } from '../../../ui/use-search-change.js';
import {
  NO_RELATIONSHIP_FILTER,
  type RelationshipSearch,
  relationshipFilter,
} from '../relationship-search.js';
import { DIRECTIONS, type RelationshipCounts, type RelationshipRow } from '../relationship-views.js';
import {
  exportAddress,
  relationshipCounts,
  relationshipDetail,
  relationshipList,
} from '../relationships-api.js';
import { NewRelationshipDialog } from './new-relationship-dialog.js';
import { RelationshipCard } from './relationship-card.js';
import { relationshipColumns } from './relationship-columns.js';
import { RelationshipFilters } from './relationship-filters.js';

const route = getRouteApi('/frame/relationships');
/** What changes without a step to go back to. */
const PASSING = ['q', 'add'] as const;

type Change = (to: Partial<RelationshipSearch>) => void;

/** Who links to whom: every site our brands have to do with, with arrows both ways. */
export function RelationshipsPage() {
  const t = useMessages();
  const search = route.useSearch();
  const mayWrite = useMay('write');
  const { data: counts } = useQuery(relationshipCounts(search));
  const change = useSearchChange<RelationshipSearch>(route.useNavigate(), PASSING);
  return (
    <Page fill>
      <PageHeader
        title={t.text('relationships.title')}
        note={
          counts &&
          t.text('relationships.counts', {
            count: counts.all,
            figure: countInWords(counts.all, true, t),
            both: countInWords(counts.both, true, t),
          })
        }
      />
      <ListBody>
        <ListBar
          label={t.text('relationships.bar')}
          end={
            <>
              <ImportLink />
              <ExportMenu addressOf={(format) => exportAddress(search, format)} />
              {mayWrite && (
                <Button
                  leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
                  onClick={() => change({ add: true })}
                >
                  {t.text('relationships.add')}
                </Button>
              )}
            </>
          }
        >
          <SavedViews list="relationships" path="/relationships" />
          <Chips search={search} counts={counts} change={change} />
          <RelationshipFilters search={search} change={change} />
          <SearchField
            label={t.text('relationships.search')}
            value={search.q}
            onChange={(q) => change({ q })}
          />
        </ListBar>
        <Relationships search={search} change={change} mayWrite={mayWrite} />
      </ListBody>
      {search.add && mayWrite && <NewRelationshipDialog onClose={() => change({ add: undefined })} />}
    </Page>
  );
}

interface ChipsProps {
  readonly search: RelationshipSearch;
  readonly counts: RelationshipCounts | undefined;
  readonly change: Change;
}

const COUNT_OF = { both: 'both', to_us: 'toUs', told: 'told', to_them: 'toThem', none: 'none' } as const;

function Chips({ search, counts, change }: ChipsProps) {
  const t = useMessages();
  const figure = (count: number | undefined) => (count === undefined ? '' : countInWords(count, true, t));
  return (
    <>
      {DIRECTIONS.map((direction) => (
        <FilterChip
          key={direction}
          isOn={search.direction === direction}
          onClick={() => change({ direction: search.direction === direction ? undefined : direction })}
        >
          {t.text(`relationships.direction.${direction}`)} <b>{figure(counts?.[COUNT_OF[direction]])}</b>
        </FilterChip>
      ))}
      <FilterChip
        isOn={search.litmus === 'missing'}
        isLate
        onClick={() => change({ litmus: search.litmus ? undefined : 'missing' })}
      >
        {t.text('relationships.litmusMissing')} <b>{figure(counts?.litmusMissing)}</b>
      </FilterChip>
    </>
  );
}

interface ListProps {
  readonly search: RelationshipSearch;
  readonly change: Change;
  readonly mayWrite: boolean;
}

function Relationships({ search, change, mayWrite }: ListProps) {
  const t = useMessages();
  const queries = useQueryClient();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(relationshipList(search));
  const sort = search.sort ?? 'newest';
  const open = useCallback(
    (row: RelationshipRow) => void navigate({ to: '/relationships/$id', params: { id: row.id } }),
    [navigate],
  );
  const columns = useMemo(
    () =>
      relationshipColumns(t, {
        sort,
        onSort: (next) => change({ sort: next === 'newest' ? undefined : next }),
        onOpen: open,
        onPrefetch: (id) => void queries.query(relationshipDetail(id)).catch(() => undefined),
      }),
    [t, sort, change, open, queries],
  );
  const filter = relationshipFilter(search);
  return (
    <RecordList<RelationshipRow>
      label={t.text('relationships.title')}
      list={list}
      columns={columns}
      nameOf={(row) => row.displayHost}
      card={(row) => <RelationshipCard row={row} />}
      onOpen={open}
      empty={
        Object.keys(filter).length > 0 ? (
          <NoneFits
            sentence={t.text('relationships.noneFits')}
            onClear={() => change({ ...NO_RELATIONSHIP_FILTER, q: undefined })}
          />
        ) : (
          <EmptyState
            sentence={t.text('relationships.none')}
            action={
              mayWrite && (
                <Button
                  leftSection={<IconUpload size={16} stroke={1.75} aria-hidden />}
                  renderRoot={(props) => <Link to="/imports/new" {...props} />}
                >
                  {t.text('relationships.importLinks')}
                </Button>
              )
            }
          />
        )
      }
      placeId={`relationships-${sort}-${JSON.stringify(filter)}`}
    />
  );
}
