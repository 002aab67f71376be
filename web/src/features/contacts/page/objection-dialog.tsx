import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import type { ContactDetail } from '../contact-views.js';
import { contactActs, showContact } from '../contacts-api.js';

interface Props {
  readonly contact: ContactDetail;
  readonly onClose: () => void;
}

/** Records that somebody does not want to be mailed: from then on no first mail goes to them. */
export function ObjectionDialog({ contact, onClose }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const form = useForm({ initialValues: { note: '' } });
  const act = useFormAct(form, async ({ note }) => {
    const body = note.trim() ? { note: note.trim() } : {};
    await showContact(queries, await contactActs.objected(contact.id, body));
    onClose();
  });
  const title = t.text('contacts.objection.record');
  return (
    <FormDialog title={title} verb={title} onClose={onClose} {...act}>
      <p>{t.text('contacts.objection.what')}</p>
      <Textarea
        label={t.text('contacts.objection.note')}
        autosize
        minRows={2}
        maxLength={4_000}
        data-autofocus
        {...form.getInputProps('note')}
      />
    </FormDialog>
  );
}
