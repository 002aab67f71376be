import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api } from '../../api/client.js';
import type { Brand } from '../../api/views.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { useFormAct } from '../../ui/form-act.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useRefreshClients } from './use-refresh-clients.js';

/** Adds a page of the brand that links lead to; a path alone is taken on the brand's own site. */
export function TargetPageDialog({
  brand,
  onClose,
}: {
  readonly brand: Brand;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const refresh = useRefreshClients();
  const form = useForm({ initialValues: { url: '', label: '' } });
  const { isSending, problem, onSubmit } = useFormAct(form, async ({ url, label }, headers) => {
    const body = { url: URL.canParse(url, brand.homeUrl) ? new URL(url, brand.homeUrl).href : url, label };
    await api.POST('/api/v1/brands/{id}/target-pages', {
      params: { path: { id: brand.id } },
      headers,
      body,
    });
    await refresh();
    onClose();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.text('clients.page.add')}
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="lg">
          <TextInput
            label={t.text('clients.page.url')}
            placeholder={brand.homeUrl}
            inputMode="url"
            data-autofocus
            {...form.getInputProps('url')}
          />
          <TextInput
            label={t.text('clients.page.label')}
            description={t.text('clients.page.labelWhat')}
            {...form.getInputProps('label')}
          />
          <ProblemAlert error={problem} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t.text('app.cancel')}
            </Button>
            <Button type="submit" loading={isSending}>
              {t.text('clients.page.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
