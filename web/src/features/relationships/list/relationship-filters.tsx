import { query } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { FilterButton, FilterChoice } from '../../../ui/record-list-bar.js';
import {
  NO_RELATIONSHIP_FILTER,
  type RelationshipSearch,
  relationshipFiltersInUse,
} from '../relationship-search.js';
import { REASONS, STAGES } from '../relationship-views.js';

interface Props {
  readonly search: RelationshipSearch;
  readonly change: (to: Partial<RelationshipSearch>) => void;
}

/** All filters of the relationships behind one button. */
export function RelationshipFilters({ search, change }: Props) {
  const t = useMessages();
  const clients = query.useQuery('get', '/api/v1/clients').data?.items ?? [];
  const brands = clients
    .filter((client) => search.client === undefined || client.id === search.client)
    .flatMap((client) => client.brands);
  return (
    <FilterButton inUse={relationshipFiltersInUse(search)} onClear={() => change(NO_RELATIONSHIP_FILTER)}>
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
        label={t.text('relationships.column.stage')}
        data={STAGES.map((value) => ({ value, label: t.text(`relationships.stage.${value}`) }))}
        value={search.stage}
        onChange={(stage) => change({ stage })}
      />
      <FilterChoice
        label={t.text('relationships.column.why')}
        data={REASONS.map((value) => ({ value, label: t.text(`relationships.reason.${value}`) }))}
        value={search.reason}
        onChange={(reason) => change({ reason })}
      />
    </FilterButton>
  );
}
