import { Checkbox } from '@mantine/core';
import { useMemo } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { FilterButton, FilterChoice } from '../../../ui/record-list-bar.js';
import { countryChoices, languageChoices } from '../../../ui/regions.js';
import { type ContactSearch, contactFiltersInUse, NO_CONTACT_FILTER } from '../contact-search.js';
import { ADDRESS_FILTERS, GROUND_FILTERS } from '../contact-views.js';

interface Props {
  readonly search: ContactSearch;
  readonly change: (to: Partial<ContactSearch>) => void;
}

/** All filters of the contacts behind one button. */
export function ContactFilters({ search, change }: Props) {
  const t = useMessages();
  const countries = useMemo(() => countryChoices(t), [t]);
  const languages = useMemo(() => languageChoices(t), [t]);
  return (
    <FilterButton inUse={contactFiltersInUse(search)} onClear={() => change(NO_CONTACT_FILTER)}>
      <FilterChoice
        label={t.text('contacts.ground.title')}
        data={GROUND_FILTERS.map((value) => ({ value, label: t.text(`contacts.ground.${value}`) }))}
        value={search.ground}
        onChange={(ground) => change({ ground })}
      />
      <FilterChoice
        label={t.text('contacts.filter.address')}
        data={ADDRESS_FILTERS.map((value) => ({ value, label: t.text(`contacts.status.${value}`) }))}
        value={search.address}
        onChange={(address) => change({ address })}
      />
      <FilterChoice
        label={t.text('contacts.filter.standing')}
        data={(['current', 'former'] as const).map((value) => ({
          value,
          label: t.text(`contacts.standing.${value}`),
        }))}
        value={search.status}
        onChange={(status) => change({ status })}
      />
      <FilterChoice
        label={t.text('contacts.field.language')}
        data={languages}
        value={search.language}
        onChange={(language) => change({ language })}
      />
      <FilterChoice
        label={t.text('contacts.field.country')}
        data={countries}
        value={search.country}
        onChange={(country) => change({ country })}
      />
      <Checkbox
        label={t.text('contacts.filter.archived')}
        checked={search.archived === true}
        onChange={(event) => change({ archived: event.currentTarget.checked || undefined })}
      />
    </FilterButton>
  );
}
