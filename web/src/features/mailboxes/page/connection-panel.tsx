import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { toast } from '../../../ui/undo-toast.js';
import { ConnectionFields } from '../connect/connection-fields.js';
import classes from '../mailboxes.module.css';
import { type Mailbox, useRefreshMailboxes } from '../mailboxes-api.js';

/** The connection of a mailbox: another password or other servers, or signing in anew. */
export function ConnectionPanel({ mailbox }: { readonly mailbox: Mailbox }) {
  const t = useMessages();
  return (
    <Panel title={t.text('mailboxes.connection')}>
      {mailbox.signIn === 'password' ? (
        <PasswordAgain mailbox={mailbox} />
      ) : (
        <SignInAgain mailbox={mailbox} />
      )}
    </Panel>
  );
}

function PasswordAgain({ mailbox }: { readonly mailbox: Mailbox }) {
  const t = useMessages();
  const refresh = useRefreshMailboxes();
  const form = useForm({
    initialValues: { smtp: mailbox.smtp, imap: mailbox.imap, userName: mailbox.userName, password: '' },
  });
  const { isSending, problem, onSubmit } = useFormAct(form, async (connection) => {
    await api.PATCH('/api/v1/mailboxes/{id}', {
      params: { path: { id: mailbox.id } },
      body: { revision: mailbox.revision, connection },
    });
    form.setFieldValue('password', '');
    await refresh();
    toast(t.text('mailboxes.connectionKept'));
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="lg">
        <p className={classes['quiet']}>{t.text('mailboxes.connectionWhat')}</p>
        <ConnectionFields form={form} />
        <ProblemAlert error={problem} />
        <Group justify="flex-end">
          <Button type="submit" variant="default" loading={isSending}>
            {t.text('mailboxes.testAndKeep')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function SignInAgain({ mailbox }: { readonly mailbox: Mailbox }) {
  const t = useMessages();
  const start = useMutation({
    mutationFn: async () => {
      const provider = mailbox.signIn as 'google' | 'microsoft' | 'custom';
      const body = { provider, mailboxId: mailbox.id };
      const { url } = await bodyOf(api.POST('/api/v1/mailboxes/oauth/start', { body }));
      location.assign(url);
    },
  });
  return (
    <Stack gap="md">
      <p className={classes['quiet']}>{t.text('mailboxes.signIn.againWhat')}</p>
      <ProblemAlert error={start.error} />
      <Group>
        <Button variant="default" loading={start.isPending} onClick={() => start.mutate()}>
          {t.text('mailboxes.signIn.again')}
        </Button>
      </Group>
    </Stack>
  );
}
