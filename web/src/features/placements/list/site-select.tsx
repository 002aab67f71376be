import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';

interface Props {
  readonly value: string | undefined;
  readonly onChange: (site: string | undefined) => void;
}

/** Chooses one of the workspace's sites; a team has thousands, so the server searches them. */
export function SiteSelect({ value, onChange }: Props) {
  const t = useMessages();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  const found = useQuery({
    queryKey: ['sites', 'search', search],
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/sites', { params: { query: { ...(search ? { search } : {}), limit: 20 } }, signal }),
      ),
    placeholderData: keepPreviousData,
  });
  const chosen = useQuery({
    queryKey: ['sites', 'one', value],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/sites/{id}', { params: { path: { id: value ?? '' } }, signal })),
    enabled: value !== undefined,
  });
  const known = chosen.data && value !== undefined ? [chosen.data] : [];
  const sites = [...known, ...(found.data?.items ?? []).filter((site) => site.id !== value)];
  return (
    <Select
      label={t.text('placements.filter.site')}
      placeholder={t.text('placements.filter.siteHint')}
      data={sites.map((site) => ({ value: site.id, label: site.displayHost }))}
      value={value ?? null}
      onChange={(site) => onChange(site ?? undefined)}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={t.text('placements.filter.noSite')}
      comboboxProps={{ withinPortal: false }}
      searchable
      clearable
    />
  );
}
