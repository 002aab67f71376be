import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { acts, type Mailbox, useRefreshMailboxes } from '../mailboxes-api.js';

/** Stops a mailbox, with a reason the team reads. */
export function PauseDialog({
  mailbox,
  onClose,
}: {
  readonly mailbox: Mailbox;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const refresh = useRefreshMailboxes();
  const form = useForm({ initialValues: { reason: '' } });
  const act = useFormAct(form, async ({ reason }) => {
    await acts.pause(mailbox.id, reason.trim());
    await refresh();
    onClose();
  });
  return (
    <FormDialog
      title={t.text('mailboxes.pauseOf', { address: mailbox.address })}
      verb={t.text('mailboxes.pauseVerb')}
      onClose={onClose}
      {...act}
    >
      <TextInput
        label={t.text('mailboxes.pauseReason')}
        description={t.text('mailboxes.pauseReasonWhat')}
        maxLength={300}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
