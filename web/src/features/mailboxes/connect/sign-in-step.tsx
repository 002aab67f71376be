import { Button, Group, Stack } from '@mantine/core';
import { IconBrandGoogle, IconBrandWindows } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, bodyOf } from '../../../api/client.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import classes from '../mailboxes.module.css';
import type { OauthApp } from '../mailboxes-api.js';

interface Props {
  readonly address: string;
  readonly suggested: 'google' | 'microsoft' | 'password';
  readonly apps: readonly OauthApp[];
  readonly readHistory: boolean;
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
const WAYS = [
  { provider: 'google', Icon: IconBrandGoogle },
  { provider: 'microsoft', Icon: IconBrandWindows },
] as const;

/** Signing in with the provider, the first choice: no password is given away. Without the team's own app it says who sets that up. */
export function SignInStep({ address, suggested, apps, readHistory }: Props) {
  const t = useMessages();
  const mayManage = useMay('manage');
  const start = useMutation({
    mutationFn: async (provider: 'google' | 'microsoft') => {
      const body = { provider, address, readHistory };
      const { url } = await bodyOf(api.POST('/api/v1/mailboxes/oauth/start', { body }));
      location.assign(url);
    },
  });
  const isSet = (provider: string) => apps.some((app) => app.provider === provider && app.isSet);
  const missing = WAYS.filter(({ provider }) => !isSet(provider));
  return (
    <Stack gap="md">
      <p className={classes['quiet']}>{t.text('mailboxes.signIn.what')}</p>
      <Group gap="sm">
        {WAYS.map(({ provider, Icon }) => (
          <Button
            key={provider}
            variant={provider === suggested ? 'filled' : 'default'}
            leftSection={<Icon {...ICON} />}
            disabled={!isSet(provider)}
            loading={start.isPending && start.variables === provider}
            onClick={() => start.mutate(provider)}
          >
            {t.text(`mailboxes.signIn.${provider}`)}
          </Button>
        ))}
      </Group>
      {missing.length > 0 && (
        <p className={classes['quiet']}>
          {t.text(mayManage ? 'mailboxes.signIn.setUp' : 'mailboxes.signIn.askManager')}{' '}
          {mayManage && <Link to="/settings/mailboxes/sign-in">{t.text('mailboxes.apps.title')}</Link>}
        </p>
      )}
      <ProblemAlert error={start.error} />
    </Stack>
  );
}
