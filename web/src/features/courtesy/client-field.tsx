import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { query } from '../../api/client.js';
import { useMessages } from '../../i18n/messages-provider.js';

interface Props {
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
}

/** For whom an entry holds: everybody, unless a client is chosen. */
export function ClientField({ value = null, onChange }: Props) {
  const t = useMessages();
  const clients = useQuery(query.queryOptions('get', '/api/v1/clients')).data?.items ?? [];
  return (
    <Select
      label={t.text('courtesy.scope')}
      placeholder={t.text('courtesy.scope.all')}
      data={clients.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={(chosen) => onChange?.(chosen)}
      clearable
      clearButtonProps={{ 'aria-label': t.text('courtesy.clear', { label: t.text('courtesy.scope') }) }}
    />
  );
}
