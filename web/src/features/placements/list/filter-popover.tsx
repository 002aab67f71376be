import { Checkbox, Group, MultiSelect } from '@mantine/core';
import { query } from '../../../api/client.js';
import { COMPENSATIONS, PLACEMENT_STATES, PLACEMENT_TYPES } from '../../../api/placement-words.js';
import type { MessageKey } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { joined } from '../../../ui/address-words.js';
import { FilterButton, FilterChoice } from '../../../ui/record-list-bar.js';
import { filtersInUse, type PlacementSearch, PROBLEMS, statesOf } from '../placement-search.js';
import { SiteSelect } from './site-select.js';

interface Props {
  readonly search: PlacementSearch;
  readonly change: (to: Partial<PlacementSearch>) => void;
}

/** All filters of placements behind one button; each choice is in the address at once. */
export function FilterPopover({ search, change }: Props) {
  const t = useMessages();
  const words = <Word extends string>(all: readonly Word[], prefix: string) =>
    all.map((value) => ({ value, label: t.text(`${prefix}.${value}` as MessageKey) }));
  return (
    <FilterButton inUse={filtersInUse(search)} onClear={() => change(NO_FILTER)}>
      <MultiSelect
        label={t.text('placements.filter.state')}
        data={words(PLACEMENT_STATES, 'words.state')}
        value={statesOf(search)}
        onChange={(state) => change({ state: joined(state) })}
        comboboxProps={{ withinPortal: false }}
        clearable
      />
      <ScopeSelects search={search} change={change} />
      <FilterChoice
        label={t.text('placements.filter.type')}
        data={words(PLACEMENT_TYPES, 'words.type')}
        value={search.type}
        onChange={(type) => change({ type })}
      />
      <FilterChoice
        label={t.text('placements.filter.compensation')}
        data={words(COMPENSATIONS, 'words.compensation')}
        value={search.compensation}
        onChange={(compensation) => change({ compensation })}
      />
      <FilterChoice
        label={t.text('placements.filter.problem')}
        data={words(PROBLEMS, 'placements.problem')}
        value={search.problem}
        onChange={(problem) => change({ problem })}
      />
      <SiteSelect value={search.site} onChange={(site) => change({ site })} />
      <Group gap="lg">
        <Checkbox
          label={t.text('placements.filter.rechecking')}
          checked={search.rechecking === true}
          onChange={(event) => change({ rechecking: event.currentTarget.checked || undefined })}
        />
        <Checkbox
          label={t.text('placements.filter.archived')}
          checked={search.archived === true}
          onChange={(event) => change({ archived: event.currentTarget.checked || undefined })}
        />
      </Group>
    </FilterButton>
  );
}

/** Everything a filter can set, set to nothing; search words, sort and open panel stay. */
export const NO_FILTER: Partial<PlacementSearch> = {
  state: undefined,
  client: undefined,
  brand: undefined,
  site: undefined,
  owner: undefined,
  type: undefined,
  compensation: undefined,
  fromImport: undefined,
  ofCampaigns: undefined,
  liveIn: undefined,
  dueIn: undefined,
  problem: undefined,
  rechecking: undefined,
  overdue: undefined,
  unlabelled: undefined,
  archived: undefined,
};

/** Client, brand and owner: their names come from the server. */
function ScopeSelects({ search, change }: Props) {
  const t = useMessages();
  const clients = query.useQuery('get', '/api/v1/clients').data?.items ?? [];
  const members =
    query.useQuery('get', '/api/v1/members', { params: { query: { state: 'active' } } }).data?.items ?? [];
  const brands = clients
    .filter((client) => search.client === undefined || client.id === search.client)
    .flatMap((client) => client.brands);
  return (
    <>
      <FilterChoice
        label={t.text('placements.filter.client')}
        data={clients.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.client}
        onChange={(client) => change({ client, brand: undefined })}
      />
      <FilterChoice
        label={t.text('placements.filter.brand')}
        data={brands.map(({ id, name }) => ({ value: id, label: name }))}
        value={search.brand}
        onChange={(brand) => change({ brand })}
      />
      <FilterChoice
        label={t.text('placements.filter.owner')}
        data={[
          { value: 'none', label: t.text('placements.noOwner') },
          ...members.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={search.owner}
        onChange={(owner) => change({ owner })}
      />
    </>
  );
}
