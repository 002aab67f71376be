import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api/client.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { CopyField } from '../../../ui/copy-field.js';
import { useFormAct } from '../../../ui/form-act.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { toast } from '../../../ui/undo-toast.js';
import { Mark } from '../mailbox-marks.js';
import classes from '../mailboxes.module.css';
import { type OauthApp, oauthAppsQuery } from '../mailboxes-api.js';

/** One provider: the steps to make an app that only the team uses, and what the program must know of it. */
export function AppPanel({ app }: { readonly app: OauthApp }) {
  const t = useMessages();
  const mayManage = useMay('manage');
  const steps = t.text(`mailboxes.apps.${app.provider}.steps`).split('\n');
  const aside = app.isSet && (
    <Mark tone="live" icon={<IconCircleCheck size={14} stroke={1.75} aria-hidden />}>
      {t.text('mailboxes.apps.isSet')}
    </Mark>
  );
  return (
    <Panel title={t.text(`mailboxes.apps.${app.provider}`)} aside={aside}>
      <Stack gap="lg">
        <ol className={classes['steps']}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <CopyField label={t.text('mailboxes.apps.redirect')} value={app.redirectUri} />
        {mayManage && <AppForm app={app} />}
      </Stack>
    </Panel>
  );
}

function AppForm({ app }: { readonly app: OauthApp }) {
  const t = useMessages();
  const queries = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: oauthAppsQuery.queryKey });
  const at = { params: { path: { provider: app.provider } } };
  const form = useForm({
    initialValues: {
      clientId: app.clientId ?? '',
      clientSecret: '',
      tenant: app.tenant ?? 'common',
      authorizeUrl: app.authorizeUrl ?? '',
      tokenUrl: app.tokenUrl ?? '',
      scope: app.scope ?? '',
    },
  });
  const { isSending, problem, onSubmit } = useFormAct(form, async (values) => {
    const { clientId, clientSecret, tenant, authorizeUrl, tokenUrl, scope } = values;
    const more = app.provider === 'custom' ? { authorizeUrl, tokenUrl, scope } : {};
    const body = { clientId, clientSecret, ...(app.provider === 'microsoft' ? { tenant } : {}), ...more };
    await api.PUT('/api/v1/oauth-apps/{provider}', { ...at, body });
    await refresh();
    toast(t.text('mailboxes.apps.kept'));
  });
  const remove = () =>
    api.DELETE('/api/v1/oauth-apps/{provider}', at).then(refresh, (failure: unknown) => setError(failure));
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <div className={classes['fields']}>
          <TextInput
            label={t.text('mailboxes.apps.clientId')}
            autoComplete="off"
            {...form.getInputProps('clientId')}
          />
          <PasswordInput
            label={t.text('mailboxes.apps.clientSecret')}
            description={app.isSet ? t.text('mailboxes.apps.secretKept') : undefined}
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': t.text('mailboxes.showPassword') }}
            {...form.getInputProps('clientSecret')}
          />
          {app.provider === 'microsoft' && (
            <TextInput label={t.text('mailboxes.apps.tenant')} {...form.getInputProps('tenant')} />
          )}
          {app.provider === 'custom' && (
            <>
              <TextInput
                label={t.text('mailboxes.apps.authorizeUrl')}
                {...form.getInputProps('authorizeUrl')}
              />
              <TextInput label={t.text('mailboxes.apps.tokenUrl')} {...form.getInputProps('tokenUrl')} />
              <TextInput label={t.text('mailboxes.apps.scope')} {...form.getInputProps('scope')} />
            </>
          )}
        </div>
        <ProblemAlert error={problem ?? error} />
        <Group justify="flex-end" gap="sm">
          {app.isSet && (
            <Button variant="default" onClick={() => void remove()}>
              {t.text('mailboxes.apps.remove')}
            </Button>
          )}
          <Button type="submit" loading={isSending}>
            {t.text('app.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
