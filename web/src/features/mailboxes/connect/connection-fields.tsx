import { PasswordInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import classes from '../mailboxes.module.css';
import type { MailServer } from '../mailboxes-api.js';
import { ServerFields } from './server-fields.js';

interface Props<Values> {
  readonly form: UseFormReturnType<Values>;
  /** What stands beside name and password. */
  readonly children?: ReactNode;
}

/** Both servers, and the name and password for them. */
export function ConnectionFields<Values extends { smtp: MailServer; imap: MailServer }>({
  form,
  children,
}: Props<Values>) {
  const t = useMessages();
  return (
    <>
      <ServerFields name="smtp" legend={t.text('mailboxes.smtp')} form={form} />
      <ServerFields name="imap" legend={t.text('mailboxes.imap')} form={form} />
      <div className={classes['fields']}>
        <TextInput label={t.text('mailboxes.userName')} {...form.getInputProps('userName')} />
        <PasswordInput
          label={t.text('mailboxes.password')}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t.text('mailboxes.showPassword') }}
          {...form.getInputProps('password')}
        />
        {children}
      </div>
    </>
  );
}
