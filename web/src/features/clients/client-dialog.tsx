import { Button, Group, Input, Modal, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { api, bodyOf } from '../../api/client.js';
import type { Client } from '../../api/views.js';
import { useSession } from '../../app/session/session.js';
import { LOCALES } from '../../i18n/messages.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { useFormAct } from '../../ui/form-act.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { toast } from '../../ui/undo-toast.js';
import { useRefreshClients } from './use-refresh-clients.js';

interface Props {
  readonly client?: Client;
  readonly onClose: () => void;
}

/** Adds a client, or changes one. */
export function ClientDialog({ client, onClose }: Props) {
  const t = useMessages();
  const navigate = useNavigate();
  const refresh = useRefreshClients();
  const { workspace } = useSession();
  const form = useForm({
    initialValues: {
      name: client?.name ?? '',
      notes: client?.notes ?? '',
      locale: client?.locale ?? workspace.locale,
    },
  });
  const { isSending, problem, onSubmit } = useFormAct(form, async (body, headers) => {
    if (client) {
      await api.PATCH('/api/v1/clients/{id}', { params: { path: { id: client.id } }, body });
      await refresh();
      onClose();
      return;
    }
    const made = await bodyOf(api.POST('/api/v1/clients', { headers, body }));
    await refresh();
    toast(t.text('clients.added', { name: made.name }));
    await navigate({ to: '/clients/$clientId', params: { clientId: made.id } });
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.text(client ? 'clients.edit' : 'app.action.addClient')}
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="lg">
          <TextInput
            label={t.text('clients.name')}
            description={t.text('clients.nameWhat')}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <Textarea label={t.text('clients.notes')} autosize minRows={2} {...form.getInputProps('notes')} />
          <Input.Wrapper label={t.text('clients.locale')} labelElement="div">
            <SegmentedControl
              fullWidth
              aria-label={t.text('clients.locale')}
              data={LOCALES.map((locale) => ({ value: locale, label: t.text(`words.locale.${locale}`) }))}
              {...form.getInputProps('locale')}
            />
          </Input.Wrapper>
          <ProblemAlert error={problem} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t.text('app.cancel')}
            </Button>
            <Button type="submit" loading={isSending}>
              {t.text(client ? 'app.save' : 'app.action.addClient')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
