import { Button, Group, Modal, Stack, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api } from '../../api/client.js';
import type { Brand } from '../../api/views.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { useFormAct } from '../../ui/form-act.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { useRefreshClients } from './use-refresh-clients.js';

interface Props {
  readonly clientId: string;
  readonly brand?: Brand;
  readonly onClose: () => void;
}

/** People type `noordlicht.example`; the server wants an address. */
function withScheme(address: string): string {
  const typed = address.trim();
  return typed === '' || /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
}

/** Adds a brand to a client, or changes one. */
export function BrandDialog({ clientId, brand, onClose }: Props) {
  const t = useMessages();
  const refresh = useRefreshClients();
  const form = useForm<{ name: string; homeUrl: string; description: string; aliases: string[] }>({
    initialValues: {
      name: brand?.name ?? '',
      homeUrl: brand?.homeUrl ?? '',
      description: brand?.description ?? '',
      aliases: brand?.aliases ?? [],
    },
  });
  const { isSending, problem, onSubmit } = useFormAct(form, async (values, headers) => {
    const body = { ...values, homeUrl: withScheme(values.homeUrl) };
    if (brand) await api.PATCH('/api/v1/brands/{id}', { params: { path: { id: brand.id } }, body });
    else
      await api.POST('/api/v1/clients/{id}/brands', {
        params: { path: { id: clientId } },
        headers,
        body,
      });
    await refresh();
    onClose();
  });
  const verb = t.text(brand ? 'app.save' : 'clients.brand.add');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.text(brand ? 'clients.brand.edit' : 'clients.brand.add')}
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="lg">
          <TextInput label={t.text('clients.brand.name')} data-autofocus {...form.getInputProps('name')} />
          <TextInput
            label={t.text('clients.brand.homeUrl')}
            placeholder="https://noordlicht.example"
            inputMode="url"
            {...form.getInputProps('homeUrl')}
          />
          <TextInput
            label={t.text('clients.brand.description')}
            description={t.text('clients.brand.descriptionWhat', { variable: '{{brand.description}}' })}
            {...form.getInputProps('description')}
          />
          <TagsInput
            label={t.text('clients.brand.aliases')}
            description={t.text('clients.brand.aliasesWhat')}
            clearable
            clearButtonProps={{ 'aria-label': t.text('clients.brand.clearAliases') }}
            {...form.getInputProps('aliases')}
          />
          <ProblemAlert error={problem} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t.text('app.cancel')}
            </Button>
            <Button type="submit" loading={isSending}>
              {verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
