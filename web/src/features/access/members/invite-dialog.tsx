import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf } from '../../../api/client.js';
import type { Role } from '../../../api/views.js';
import { useSession } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { CopyField } from '../../../ui/copy-field.js';
import { useFormAct } from '../../../ui/form-act.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { ClientsChoice } from './clients-choice.js';
import { invitationsQuery, isAlwaysLimited, isLimitable, rolesInReach } from './members-api.js';

interface Values extends Record<string, unknown> {
  email: string;
  role: Role;
  limitedToClients: boolean;
  clientIds: string[];
}

/** Invites somebody by mail; the link is shown too, for those who send it another way. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const { member } = useSession();
  const queries = useQueryClient();
  const [link, setLink] = useState<string | null>(null);
  const form = useForm<Values>({
    initialValues: { email: '', role: 'member', limitedToClients: false, clientIds: [] },
  });
  const { role } = form.values;
  const isLimited = isAlwaysLimited(role) || (form.values.limitedToClients && isLimitable(role));
  const { isSending, problem, onSubmit } = useFormAct(form, async ({ email, role, clientIds }, headers) => {
    const body = { email, role, limitedToClients: isLimited, clientIds: isLimited ? clientIds : [] };
    const made = await bodyOf(api.POST('/api/v1/invitations', { headers, body }));
    await queries.invalidateQueries({ queryKey: invitationsQuery.queryKey });
    setLink(made.link);
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.text('access.invite.title')}
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      {link ? (
        <Stack gap="lg">
          <p>{t.text('access.invite.sent', { email: form.values.email })}</p>
          <CopyField label={t.text('access.invite.link')} value={link} />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t.text('app.close')}</Button>
          </Group>
        </Stack>
      ) : (
        <form onSubmit={onSubmit} noValidate>
          <Stack gap="lg">
            <TextInput
              label={t.text('access.email')}
              type="email"
              data-autofocus
              {...form.getInputProps('email')}
            />
            <Select
              label={t.text('access.role')}
              description={t.text(`access.role.${form.values.role}`)}
              allowDeselect={false}
              data={rolesInReach(member.role).map((role) => ({
                value: role,
                label: t.text(`words.role.${role}`),
              }))}
              {...form.getInputProps('role')}
            />
            {isLimitable(form.values.role) && (
              <ClientsChoice
                isLimited={form.values.limitedToClients}
                isAlways={isAlwaysLimited(form.values.role)}
                clientIds={form.values.clientIds}
                onChange={(limitedToClients, clientIds) => form.setValues({ limitedToClients, clientIds })}
                error={form.errors['clientIds'] as string | undefined}
              />
            )}
            <ProblemAlert error={problem} />
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={onClose}>
                {t.text('app.cancel')}
              </Button>
              <Button type="submit" loading={isSending}>
                {t.text('access.invite.verb')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
