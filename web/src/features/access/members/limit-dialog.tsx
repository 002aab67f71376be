import { Button, Group, Modal, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client.js';
import type { Member } from '../../../api/views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { toast } from '../../../ui/undo-toast.js';
import { ClientsChoice } from './clients-choice.js';
import { isAlwaysLimited, membersQuery } from './members-api.js';

/** Limits a member to some clients, or lets them see all again. */
export function LimitDialog({ member, onClose }: { readonly member: Member; readonly onClose: () => void }) {
  const t = useMessages();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { limitedToClients: member.limitedToClients, clientIds: member.clientIds },
  });
  const { isSending, problem, onSubmit } = useFormAct(form, async (body) => {
    await api.PATCH('/api/v1/members/{id}', { params: { path: { id: member.id } }, body });
    await queries.invalidateQueries({ queryKey: membersQuery.queryKey });
    toast(t.text('app.saved'));
    onClose();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.text('access.limit.title', { name: member.name })}
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="lg">
          <ClientsChoice
            isLimited={form.values.limitedToClients}
            isAlways={isAlwaysLimited(member.role)}
            clientIds={form.values.clientIds}
            onChange={(limitedToClients, clientIds) => form.setValues({ limitedToClients, clientIds })}
            error={form.errors['clientIds'] as string | undefined}
          />
          <ProblemAlert error={problem} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t.text('app.cancel')}
            </Button>
            <Button type="submit" loading={isSending}>
              {t.text('app.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
