import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { useScope } from '../../app/session/scope.js';
import { useMessages } from '../../i18n/messages-provider.js';

/** For which clients a mailbox may send; none chosen is all of them. */
export function ClientsField({
  chosen,
  ...field
}: { readonly chosen: readonly string[] } & MultiSelectProps) {
  const t = useMessages();
  const { clients } = useScope();
  return (
    <MultiSelect
      label={t.text('mailboxes.clients')}
      placeholder={chosen.length === 0 ? t.text('mailboxes.allClients') : ''}
      data={clients.map(({ id, name }) => ({ value: id, label: name }))}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t.text('mailboxes.clearClients') }}
      {...field}
    />
  );
}
