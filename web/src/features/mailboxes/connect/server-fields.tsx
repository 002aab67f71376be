import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMessages } from '../../../i18n/messages-provider.js';
import classes from '../mailboxes.module.css';
import type { MailServer } from '../mailboxes-api.js';

const SECURITIES = ['tls', 'starttls', 'none'] as const;

interface Props<Values> {
  readonly name: 'smtp' | 'imap';
  readonly legend: string;
  readonly form: UseFormReturnType<Values>;
}

/** Host, port and security of one server. */
export function ServerFields<Values extends { smtp: MailServer; imap: MailServer }>({
  name,
  legend,
  form,
}: Props<Values>) {
  const t = useMessages();
  return (
    <fieldset className={classes['server']}>
      <legend>{legend}</legend>
      <div className={classes['fields']}>
        <TextInput
          label={t.text('mailboxes.host')}
          autoComplete="off"
          {...form.getInputProps(`${name}.host`)}
        />
        <NumberInput
          label={t.text('mailboxes.port')}
          min={1}
          max={65_535}
          hideControls
          {...form.getInputProps(`${name}.port`)}
        />
        <NativeSelect
          label={t.text('mailboxes.security')}
          data={SECURITIES.map((value) => ({ value, label: t.text(`mailboxes.security.${value}`) }))}
          {...form.getInputProps(`${name}.security`)}
        />
      </div>
    </fieldset>
  );
}
