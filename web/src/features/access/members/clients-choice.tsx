import { MultiSelect, Radio, Stack } from '@mantine/core';
import { useScope } from '../../../app/session/scope.js';
import { useMessages } from '../../../i18n/messages-provider.js';

interface Props {
  readonly isLimited: boolean;
  /** All clients are no choice for this role. */
  readonly isAlways?: boolean;
  readonly clientIds: readonly string[];
  readonly onChange: (isLimited: boolean, clientIds: string[]) => void;
  readonly error?: string | undefined;
}

/** Which clients somebody sees: all, or those named. */
export function ClientsChoice({ isLimited, isAlways = false, clientIds, onChange, error }: Props) {
  const t = useMessages();
  const { clients } = useScope();
  return (
    <Stack gap="sm">
      {!isAlways && (
        <Radio.Group
          label={t.text('access.limit.label')}
          value={isLimited ? 'some' : 'all'}
          onChange={(value) => onChange(value === 'some', [...clientIds])}
        >
          <Stack gap="sm" mt={4}>
            <Radio size="xs" value="all" label={t.text('access.limit.all')} />
            <Radio size="xs" value="some" label={t.text('access.limit.some')} />
          </Stack>
        </Radio.Group>
      )}
      {(isLimited || isAlways) && (
        <MultiSelect
          {...(isAlways
            ? { label: t.text('access.limit.label') }
            : { 'aria-label': t.text('access.limit.which') })}
          placeholder={clientIds.length === 0 ? t.text('access.limit.which') : ''}
          data={clients.map(({ id, name }) => ({ value: id, label: name }))}
          value={[...clientIds]}
          onChange={(chosen) => onChange(true, chosen)}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t.text('access.limit.clear') }}
          error={error}
        />
      )}
    </Stack>
  );
}
