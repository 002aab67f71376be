import { Button, PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, bodyOf } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { timeZones } from '../time-zones.js';
import { useEnter } from './enter.js';

/** Makes the workspace and its first owner. */
export function WorkspaceForm({ sent }: { readonly sent: { readonly setupToken?: string } }) {
  const t = useMessages();
  const enter = useEnter();
  const form = useForm({
    initialValues: {
      workspaceName: '',
      ownerName: '',
      email: '',
      password: '',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
  });
  const { isSending, problem, onSubmit } = useFormAct(form, async (values) => {
    const body = { ...values, locale: t.locale, ...sent };
    await enter(await bodyOf(api.POST('/api/v1/setup', { body })));
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <TextInput
          label={t.text('access.workspaceName')}
          placeholder={t.text('access.workspaceNameExample')}
          autoComplete="organization"
          required
          withAsterisk={false}
          {...form.getInputProps('workspaceName')}
        />
        <TextInput
          label={t.text('access.yourName')}
          autoComplete="name"
          required
          withAsterisk={false}
          {...form.getInputProps('ownerName')}
        />
        <TextInput
          label={t.text('access.email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t.text('access.password')}
          description={t.text('access.passwordRule')}
          autoComplete="new-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t.text('access.showPassword') }}
          {...form.getInputProps('password')}
        />
        <Select
          label={t.text('access.timeZone')}
          data={timeZones()}
          searchable
          allowDeselect={false}
          nothingFoundMessage={t.text('access.noZone')}
          {...form.getInputProps('timeZone')}
        />
        <ProblemAlert error={problem} />
        <Button type="submit" loading={isSending} fullWidth>
          {t.text('access.welcome.verb')}
        </Button>
      </Stack>
    </form>
  );
}
