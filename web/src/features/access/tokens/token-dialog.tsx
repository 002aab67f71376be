import { Alert, Button, Group, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { api, bodyOf } from '../../../api/client.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { CopyField } from '../../../ui/copy-field.js';
import { useFormAct } from '../../../ui/form-act.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';

interface Props {
  readonly onClose: () => void;
  readonly onMade: () => void;
}

/** Makes an API token and shows it this once. */
export function TokenDialog({ onClose, onMade }: Props) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const [token, setToken] = useState<string | null>(null);
  const form = useForm<{ name: string; scope: 'read' | 'write'; expiresOn: string | null }>({
    initialValues: { name: '', scope: 'read', expiresOn: null },
  });
  const { isSending, problem, onSubmit } = useFormAct(form, async ({ name, scope, expiresOn }, headers) => {
    const body = { name, scope, ...(expiresOn ? { expiresOn } : {}) };
    const made = await bodyOf(api.POST('/api/v1/api-tokens', { headers, body }));
    onMade();
    setToken(made.token);
  });
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={token === null}
      title={t.text('access.tokens.make')}
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      {token ? (
        <Stack gap="lg">
          <Alert color="accent">{t.text('access.tokens.once')}</Alert>
          <CopyField label={t.text('access.tokens.token')} value={token} />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t.text('access.tokens.kept')}</Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={onSubmit} noValidate>
          <Stack gap="lg">
            <TextInput
              label={t.text('access.tokens.name')}
              description={t.text('access.tokens.nameWhat')}
              data-autofocus
              {...form.getInputProps('name')}
            />
            {mayWrite && (
              <SegmentedControl
                aria-label={t.text('access.tokens.scope')}
                data={(['read', 'write'] as const).map((value) => ({
                  value,
                  label: t.text(`access.tokens.scope.${value}`),
                }))}
                {...form.getInputProps('scope')}
              />
            )}
            <DateInput
              label={t.text('access.tokens.expires')}
              description={t.text('access.tokens.expiresWhat')}
              valueFormat="YYYY-MM-DD"
              clearable
              {...form.getInputProps('expiresOn')}
            />
            <ProblemAlert error={problem} />
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={onClose}>
                {t.text('app.cancel')}
              </Button>
              <Button type="submit" loading={isSending}>
                {t.text('access.tokens.verb')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
