import { Button, Checkbox } from '@mantine/core';
import { IconLayoutKanban, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useScope } from '../../../app/session/scope.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { monthInWords } from '../../../i18n/times.js';
import { AskedChips } from '../../../ui/asked-chips.js';
import { CountedHeader } from '../../../ui/counted-header.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { GuideLink } from '../../../ui/guide-link.js';
import { FilterChip, ListBar, ListBody } from '../../../ui/list-page.js';
import { NoneFits } from '../../../ui/none-fits.js';
import { Page } from '../../../ui/page.js';
import { RecordList } from '../../../ui/record-list.js';
import { FilterButton, FilterChoice } from '../../../ui/record-list-bar.js';
import { SavedViews } from '../../../ui/saved-views.js';
import { SearchField } from '../../../ui/search-field.js';
import type { PagedList } from '../../../ui/use-list-rows.js';
import { useSearchChange } from '../../../ui/use-search-change.js';
import { type CampaignSearch, campaignFilter } from '../campaign-search.js';
import { CAMPAIGN_STATUSES, type CampaignKind, type CampaignRow } from '../campaign-views.js';
import { campaignDetail, campaignKinds, campaignList } from '../campaigns-api.js';
import { useWorkers } from '../use-workers.js';
import { CampaignCard, campaignColumns } from './campaign-columns.js';

const route = getRouteApi('/frame/campaigns');
/** What changes without a step to go back to. */
const PASSING = ['q'] as const;
const NO_FILTER: Partial<CampaignSearch> = {
  kind: undefined,
  owner: undefined,
  archived: undefined,
  runningIn: undefined,
};

type Change = (to: Partial<CampaignSearch>) => void;

/** All campaigns, one line each. */
export function CampaignsPage() {
  const t = useMessages();
  const search = route.useSearch();
  const kinds = useQuery(campaignKinds).data ?? [];
  const list = useInfiniteQuery(campaignList(search));
  const change = useSearchChange<CampaignSearch>(route.useNavigate(), PASSING);
  return (
    <Page fill>
      <CountedHeader title={t.text('campaigns.title')} counted="campaigns.count" list={list} />
      <ListBody>
        <ListBar
          label={t.text('campaigns.bar')}
          end={
            <>
              <Button
                variant="default"
                leftSection={<IconLayoutKanban size={16} stroke={1.75} aria-hidden />}
                renderRoot={(props) => <Link to="/board" {...props} />}
              >
                {t.text('campaigns.own.title')}
              </Button>
              <NewButton />
            </>
          }
        >
          <SavedViews list="campaigns" path="/campaigns" />
          <FilterChip
            isOn={search.owner === 'me'}
            onClick={() => change({ owner: search.owner === 'me' ? undefined : 'me' })}
          >
            {t.text('campaigns.mine')}
          </FilterChip>
          {CAMPAIGN_STATUSES.map((status) => (
            <FilterChip
              key={status}
              isLate
              isOn={search.status === status}
              onClick={() => change({ status: search.status === status ? undefined : status })}
            >
              {t.text(`campaigns.campaignStatus.${status}`)}
            </FilterChip>
          ))}
          <Filters search={search} change={change} kinds={kinds} />
          <AskedChips
            asked={[
              {
                isOn: search.runningIn !== undefined,
                label: t.text('campaigns.asked.runningIn', {
                  month: search.runningIn ? monthInWords(search.runningIn, t) : '',
                }),
                onClear: () => change({ runningIn: undefined }),
              },
            ]}
          />
          <SearchField label={t.text('campaigns.search')} value={search.q} onChange={(q) => change({ q })} />
        </ListBar>
        <Campaigns list={list} search={search} change={change} kinds={kinds} />
      </ListBody>
    </Page>
  );
}

interface Props {
  readonly search: CampaignSearch;
  readonly change: Change;
  readonly kinds: readonly CampaignKind[];
}

function Filters({ search, change, kinds }: Props) {
  const t = useMessages();
  const workers = useWorkers();
  const inUse = [search.kind, search.owner === 'me' ? undefined : search.owner, search.archived];
  return (
    <FilterButton
      inUse={inUse.filter((value) => value !== undefined).length}
      onClear={() => change(NO_FILTER)}
    >
      <FilterChoice
        label={t.text('campaigns.column.kind')}
        data={kinds.map(({ key, name }) => ({ value: key, label: name }))}
        value={search.kind}
        onChange={(kind) => change({ kind })}
      />
      <FilterChoice
        label={t.text('campaigns.column.owner')}
        data={[
          { value: 'none', label: t.text('campaigns.who.nobody') },
          ...workers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={search.owner === 'me' ? undefined : search.owner}
        onChange={(owner) => change({ owner })}
      />
      <Checkbox
        label={t.text('campaigns.filter.archived')}
        checked={search.archived === true}
        onChange={(event) => change({ archived: event.currentTarget.checked || undefined })}
      />
    </FilterButton>
  );
}

function Campaigns({ list, search, change, kinds }: Props & { readonly list: PagedList<CampaignRow> }) {
  const t = useMessages();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const columns = useMemo(
    () =>
      campaignColumns(t, {
        kinds,
        onPrefetch: (id) => void queries.query(campaignDetail(id)).catch(() => undefined),
      }),
    [t, kinds, queries],
  );
  return (
    <RecordList
      label={t.text('campaigns.title')}
      list={list}
      columns={columns}
      nameOf={({ name }) => name}
      card={(row) => <CampaignCard row={row} t={t} kinds={kinds} />}
      onOpen={(row) => void navigate({ to: '/campaigns/$id', params: { id: row.id } })}
      empty={<Empty search={search} change={change} />}
      placeId={`campaigns-${JSON.stringify(campaignFilter(search))}`}
    />
  );
}

function Empty({ search, change }: Pick<Props, 'search' | 'change'>) {
  const t = useMessages();
  const { brand, client } = useScope();
  const mayAdd = useMay('write');
  const { client: _client, brand: _brand, ...narrowing } = search;
  if (Object.keys(narrowing).length > 0)
    return (
      <NoneFits
        sentence={t.text('campaigns.none.search')}
        onClear={() => change({ ...NO_FILTER, status: undefined, q: undefined })}
      />
    );
  const scope = brand?.name ?? client?.name;
  return (
    <EmptyState
      sentence={
        scope === undefined
          ? t.text(mayAdd ? 'campaigns.none.begin' : 'campaigns.none.viewer')
          : t.text('campaigns.none.scope', { name: scope })
      }
      action={<NewButton />}
      guide={<GuideLink page="start" />}
    />
  );
}

function NewButton() {
  const t = useMessages();
  if (!useMay('write')) return null;
  return (
    <Button
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
      renderRoot={(props) => <Link to="/campaigns/new" {...props} />}
    >
      {t.text('campaigns.new')}
    </Button>
  );
}
