import { Button, PasswordInput, Skeleton, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, bodyOf, query } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useEnter } from './enter.js';
import { GuestFrame } from './guest-frame.js';

const route = getRouteApi('/invitation/$token');

/** Accepting an invitation: somebody new gives a name and a password, somebody known gives the password they have. */
export function InvitationPage() {
  const t = useMessages();
  const path = route.useParams();
  const invitation = useQuery({
    ...query.queryOptions('get', '/api/v1/invitations/by-token/{token}', { params: { path } }),
    retry: false,
  });
  const enter = useEnter();
  const form = useForm({ initialValues: { name: '', password: '' } });
  const guest = invitation.data;
  const { isSending, problem, onSubmit } = useFormAct(form, async ({ name, password }) => {
    const body = guest?.userExists ? { password } : { name, password };
    const accepted = api.POST('/api/v1/invitations/by-token/{token}/accept', { params: { path }, body });
    await enter(await bodyOf(accepted));
  });
  if (invitation.isError) {
    return (
      <GuestFrame title={t.text('access.invitation.gone')}>
        <ProblemAlert error={invitation.error} />
        <Link to="/sign-in">{t.text('access.welcome.signIn')}</Link>
      </GuestFrame>
    );
  }
  if (!guest) {
    return (
      <GuestFrame title={t.text('access.invitation.loading')}>
        <Skeleton h={160} />
      </GuestFrame>
    );
  }
  return (
    <GuestFrame
      title={t.text('access.invitation.title', { workspace: guest.workspaceName })}
      lead={t.text('access.invitation.lead', {
        email: guest.email,
        role: t.text(`words.role.${guest.role}`),
      })}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          <input type="email" value={guest.email} readOnly hidden autoComplete="username" />
          {!guest.userExists && (
            <TextInput
              label={t.text('access.yourName')}
              autoComplete="name"
              required
              withAsterisk={false}
              {...form.getInputProps('name')}
            />
          )}
          <PasswordInput
            label={t.text('access.password')}
            description={t.text(guest.userExists ? 'access.invitation.yourPassword' : 'access.passwordRule')}
            autoComplete={guest.userExists ? 'current-password' : 'new-password'}
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ 'aria-label': t.text('access.showPassword') }}
            {...form.getInputProps('password')}
          />
          <ProblemAlert error={problem} />
          <Button type="submit" loading={isSending} fullWidth>
            {t.text('access.invitation.verb')}
          </Button>
        </Stack>
      </form>
    </GuestFrame>
  );
}
