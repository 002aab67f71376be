import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';

/** Names a publisher: those the team knows are offered while one types, a new name makes one. */
export function PublisherSelect(props: AutocompleteProps) {
  const [search] = useDebouncedValue((props.value ?? '').trim(), 200);
  const found = useQuery({
    queryKey: ['publishers', 'named', search] as const,
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/publishers', {
          params: { query: { ...(search ? { search } : {}), limit: 10 } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  }).data?.items;
  return (
    <Autocomplete
      data={[...new Set((found ?? []).map(({ name }) => name))]}
      filter={({ options }) => options}
      maxLength={200}
      withAsterisk
      data-autofocus
      {...props}
    />
  );
}
