import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, bodyOf, query } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useEnter } from './enter.js';
import { GuestFrame } from './guest-frame.js';

const route = getRouteApi('/sign-in');

/** Signing in, also when a session ended while somebody was working: then it leads back to where they were. */
export function SignInPage() {
  const t = useMessages();
  const { next, ended } = route.useSearch();
  const enter = useEnter();
  const setup = useQuery(query.queryOptions('get', '/api/v1/setup'));
  const form = useForm({ initialValues: { email: '', password: '' } });
  const { isSending, problem, onSubmit } = useFormAct(form, async (body) => {
    await enter(await bodyOf(api.POST('/api/v1/session', { body })), next);
  });
  return (
    <GuestFrame title={t.text('access.signIn.title')}>
      {ended && (
        <Alert color="accent" role="status">
          {t.text('access.signIn.ended')}
        </Alert>
      )}
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <TextInput
            label={t.text('access.email')}
            type="email"
            autoComplete="username"
            data-autofocus
            required
            withAsterisk={false}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t.text('access.password')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ 'aria-label': t.text('access.showPassword') }}
            {...form.getInputProps('password')}
          />
          <ProblemAlert error={problem} />
          <Button type="submit" loading={isSending} fullWidth>
            {t.text('access.signIn.verb')}
          </Button>
        </Stack>
      </form>
      {setup.data?.needed && <Link to="/welcome">{t.text('access.signIn.setUp')}</Link>}
    </GuestFrame>
  );
}
