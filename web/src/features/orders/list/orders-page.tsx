import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayInWords } from '../../../i18n/times.js';
import { withoutNothing } from '../../../ui/address-words.js';
import { AskedChips } from '../../../ui/asked-chips.js';
import { CountedHeader } from '../../../ui/counted-header.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { GuideLink } from '../../../ui/guide-link.js';
import { FilterChip, ListBar, ListBody } from '../../../ui/list-page.js';
import { NoneFits } from '../../../ui/none-fits.js';
import { Page } from '../../../ui/page.js';
import { RecordList } from '../../../ui/record-list.js';
import { ExportMenu } from '../../../ui/record-list-bar.js';
import { SavedViews } from '../../../ui/saved-views.js';
import { SearchField } from '../../../ui/search-field.js';
import type { PagedList } from '../../../ui/use-list-rows.js';
import { useSearchChange } from '../../../ui/use-search-change.js';
import { type OrderSearch, orderFilter } from '../order-search.js';
import { ORDER_STATES, type OrderRow } from '../order-views.js';
import { exportAddress, orderDetail, orderList } from '../orders-api.js';
import { numberInWords, OrderCard, orderColumns } from './order-columns.js';

const route = getRouteApi('/frame/orders');
/** What changes without a step to go back to. */
const PASSING = ['q'] as const;
const NO_FILTER: Partial<OrderSearch> = {
  q: undefined,
  campaign: undefined,
  supplier: undefined,
  state: undefined,
  lost: undefined,
  ending: undefined,
  budget: undefined,
  owner: undefined,
};

type Change = (to: Partial<OrderSearch>) => void;

/** All orders: with whom, for whom, for how much, and what is to be done next. */
export function OrdersPage() {
  const t = useMessages();
  const search = route.useSearch();
  const list = useInfiniteQuery(orderList(search));
  const change = useSearchChange<OrderSearch>(route.useNavigate(), PASSING);
  return (
    <Page fill>
      <CountedHeader title={t.text('orders.title')} counted="orders.count" list={list} />
      <ListBody>
        <ListBar
          label={t.text('orders.bar')}
          end={
            <>
              <ExportMenu addressOf={(format) => exportAddress(search, format)} />
              <NewButton />
            </>
          }
        >
          <SavedViews list="orders" path="/orders" />
          {ORDER_STATES.map((state) => (
            <FilterChip
              key={state}
              isOn={search.state === state}
              isLate={state !== 'payable'}
              onClick={() => change({ state: search.state === state ? undefined : state })}
            >
              {t.text(`orders.state.${state}`)}
            </FilterChip>
          ))}
          <FilterChip
            isOn={search.lost === true}
            onClick={() => change({ lost: search.lost ? undefined : true })}
          >
            {t.text('orders.state.lost')}
          </FilterChip>
          <Asked search={search} change={change} />
          <SearchField label={t.text('orders.search')} value={search.q} onChange={(q) => change({ q })} />
        </ListBar>
        <Orders list={list} search={search} change={change} />
      </ListBody>
    </Page>
  );
}

/** What a number of another page asked for. */
function Asked({
  search: { budget, ending, owner },
  change,
}: {
  readonly search: OrderSearch;
  readonly change: Change;
}) {
  const t = useMessages();
  return (
    <AskedChips
      asked={[
        {
          isOn: budget !== undefined,
          label: t.text(`orders.asked.${budget ?? 'used'}`),
          onClear: () => change({ budget: undefined }),
        },
        {
          isOn: ending !== undefined,
          label: t.text('orders.asked.ending', { day: ending ? dayInWords(ending, t) : '' }),
          onClear: () => change({ ending: undefined }),
        },
        {
          isOn: owner !== undefined,
          label: t.text('orders.asked.owner'),
          onClear: () => change({ owner: undefined }),
        },
      ]}
    />
  );
}

function NewButton() {
  const t = useMessages();
  const { client, brand, campaign } = route.useSearch();
  if (!useMay('write')) return null;
  return (
    <Button
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
      renderRoot={(props) => (
        <Link to="/orders/new" search={withoutNothing({ client, brand, campaignId: campaign })} {...props} />
      )}
    >
      {t.text('orders.add')}
    </Button>
  );
}

interface ListProps {
  readonly list: PagedList<OrderRow>;
  readonly search: OrderSearch;
  readonly change: Change;
}

function Orders({ list, search, change }: ListProps) {
  const t = useMessages();
  const queries = useQueryClient();
  const navigate = route.useNavigate();
  const sort = search.sort ?? 'newest';
  const columns = useMemo(
    () =>
      orderColumns(t, {
        sort,
        onSort: (next) => change({ sort: sort === next ? undefined : next }),
        onPrefetch: (id) => void queries.query(orderDetail(id)).catch(() => undefined),
      }),
    [t, sort, change, queries],
  );
  const filter = orderFilter(search);
  return (
    <RecordList
      label={t.text('orders.title')}
      list={list}
      columns={columns}
      nameOf={(row) => numberInWords(row, t)}
      card={(row) => <OrderCard row={row} />}
      onOpen={(row) => void navigate({ to: '/orders/$id', params: { id: row.id } })}
      empty={
        Object.keys(filter).length > 0 ? (
          <NoneFits sentence={t.text('orders.noneFits')} onClear={() => change(NO_FILTER)} />
        ) : (
          <EmptyState
            sentence={t.text('orders.none')}
            action={<NewButton />}
            guide={<GuideLink page="start" />}
          />
        )
      }
      placeId={`orders-${sort}-${JSON.stringify(filter)}`}
    />
  );
}
