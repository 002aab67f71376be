import { Button, Group, Input, PasswordInput, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';
import { sessionQuery, useSession } from '../../../app/session/session.js';
import { isOfClient } from '../../../app/session/signed-in.js';
import { LOCALES } from '../../../i18n/messages.js';
import { useLanguage, useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { toast } from '../../../ui/undo-toast.js';
import { Digest } from './digest.js';
import { Position } from './position.js';
import { Sessions } from './sessions.js';

/** Everything about the person who is signed in: name, language, digest, password, sessions. */
export function AccountPage() {
  const t = useMessages();
  const session = useSession();
  return (
    <Page narrow>
      <PageHeader title={t.text('access.settings.account')} />
      <Panel title={t.text('access.account.you')}>
        <AboutYou />
        {!isOfClient(session) && <Position />}
      </Panel>
      {!isOfClient(session) && (
        <Panel title={t.text('access.account.digest')}>
          <Digest />
        </Panel>
      )}
      <Panel title={t.text('access.account.password')}>
        <Password />
      </Panel>
      <Sessions />
    </Page>
  );
}

function AboutYou() {
  const { messages: t, setLocale } = useLanguage();
  const { user } = useSession();
  const queries = useQueryClient();
  const form = useForm({ initialValues: { name: user.name, locale: user.locale } });
  const { isSending, problem, onSubmit } = useFormAct(form, async (body) => {
    const session = await bodyOf(api.PATCH('/api/v1/session/user', { body }));
    queries.setQueryData(sessionQuery.queryKey, session);
    setLocale(session.user.locale);
    form.resetDirty();
    toast(t.text('app.saved'));
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <TextInput label={t.text('access.yourName')} autoComplete="name" {...form.getInputProps('name')} />
        <TextInput label={t.text('access.email')} value={user.email} readOnly variant="filled" />
        <Input.Wrapper label={t.text('app.person.language')} labelElement="div">
          <SegmentedControl
            fullWidth
            aria-label={t.text('app.person.language')}
            data={LOCALES.map((locale) => ({ value: locale, label: t.text(`words.locale.${locale}`) }))}
            {...form.getInputProps('locale')}
          />
        </Input.Wrapper>
        <ProblemAlert error={problem} />
        <Group>
          <Button type="submit" loading={isSending} disabled={!form.isDirty()}>
            {t.text('app.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Password() {
  const t = useMessages();
  const form = useForm({ initialValues: { current: '', next: '' } });
  const { isSending, problem, onSubmit } = useFormAct(form, async (body) => {
    await api.POST('/api/v1/session/password', { body });
    form.reset();
    toast(t.text('access.account.passwordChanged'));
  });
  const toggle = { visibilityToggleButtonProps: { 'aria-label': t.text('access.showPassword') } };
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <PasswordInput
          label={t.text('access.account.current')}
          autoComplete="current-password"
          {...toggle}
          {...form.getInputProps('current')}
        />
        <PasswordInput
          label={t.text('access.account.next')}
          description={t.text('access.passwordRule')}
          autoComplete="new-password"
          {...toggle}
          {...form.getInputProps('next')}
        />
        <ProblemAlert error={problem} />
        <Group>
          <Button type="submit" loading={isSending} disabled={!form.isDirty()}>
            {t.text('access.account.changePassword')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
