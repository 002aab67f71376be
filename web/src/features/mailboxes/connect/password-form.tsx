import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { toast } from '../../../ui/undo-toast.js';
import { ClientsField } from '../clients-field.js';
import { DomainRows } from '../domain-rows.js';
import { type Guess, type Trial, useRefreshMailboxes } from '../mailboxes-api.js';
import { TrialRows } from '../trial-rows.js';
import { ConnectionFields } from './connection-fields.js';

interface Props {
  readonly address: string;
  readonly guess: Guess;
  readonly readHistory: boolean;
  readonly hasOwnProvider: boolean;
}

/** Servers and a password: both servers are tried, what each said is told, and the mailbox is kept when both let us in. */
export function PasswordForm({ address, guess, readHistory, hasOwnProvider }: Props) {
  const t = useMessages();
  const navigate = useNavigate();
  const refresh = useRefreshMailboxes();
  const [trial, setTrial] = useState<Trial | null>(null);
  const form = useForm({
    initialValues: {
      smtp: guess.smtp,
      imap: guess.imap,
      userName: address,
      password: '',
      senderName: '',
      clientIds: [] as string[],
    },
  });
  const { isSending, problem, onSubmit } = useFormAct(form, async (values) => {
    setTrial(null);
    const { smtp, imap, userName, password, senderName, clientIds } = values;
    const connection = { smtp, imap, userName, password };
    const tried = await bodyOf(api.POST('/api/v1/mailboxes/test', { body: { address, ...connection } }));
    setTrial(tried);
    if (!tried.smtp.isOk || !tried.imap.isOk) return;
    const body = { address, signIn: 'password', ...connection, senderName, clientIds, readHistory } as const;
    const made = await bodyOf(api.POST('/api/v1/mailboxes', { body }));
    await refresh();
    toast(t.text('mailboxes.added', { address: made.address }));
    await navigate({ to: '/settings/mailboxes/$mailboxId', params: { mailboxId: made.id } });
  });
  const signIn = async () => {
    const { smtp, imap } = form.getValues();
    const body = { provider: 'custom', address, readHistory, smtp, imap } as const;
    const { url } = await bodyOf(api.POST('/api/v1/mailboxes/oauth/start', { body }));
    location.assign(url);
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="lg">
        {guess.needsAppPassword && <Alert color="accent">{t.text('mailboxes.appPassword')}</Alert>}
        <ConnectionFields form={form}>
          <TextInput
            label={t.text('mailboxes.senderName')}
            autoComplete="name"
            {...form.getInputProps('senderName')}
          />
          <ClientsField chosen={form.getValues().clientIds} {...form.getInputProps('clientIds')} />
        </ConnectionFields>
        <div aria-live="polite">{trial && <TrialRows trial={trial} />}</div>
        {trial && <DomainRows checks={trial.domain} />}
        <ProblemAlert error={problem} />
        <Group justify="flex-end" gap="sm">
          {hasOwnProvider && (
            <Button variant="default" onClick={() => void signIn()}>
              {t.text('mailboxes.signIn.custom')}
            </Button>
          )}
          <Button type="submit" loading={isSending}>
            {t.text('mailboxes.testAndConnect')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
