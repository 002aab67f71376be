import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { GROUNDS, type Ground } from '../contact-views.js';
import { contactActs, showContact } from '../contacts-api.js';

interface GroundDraft extends Record<string, unknown> {
  readonly ground: Ground;
  readonly evidenceUrl: string;
  readonly evidenceOn: string;
  readonly evidenceText: string;
}

interface Props {
  readonly contactId: string;
  readonly onClose: () => void;
}

/** Records why a contact may be mailed, with the page, the day or the words that prove it. */
export function GroundDialog({ contactId, onClose }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const form = useForm<GroundDraft>({
    initialValues: {
      ground: 'published_for_purpose',
      evidenceUrl: '',
      evidenceOn: new Date().toISOString().slice(0, 10),
      evidenceText: '',
    },
    validate: {
      evidenceText: (words, { ground }) =>
        ground === 'other' && words.trim() === '' ? t.text('contacts.ground.needsWords') : null,
    },
  });
  const act = useFormAct(form, async ({ ground, evidenceUrl, evidenceOn, evidenceText }, headers) => {
    const body = {
      ground,
      ...(evidenceUrl.trim() ? { evidenceUrl: evidenceUrl.trim() } : {}),
      ...(evidenceOn ? { evidenceOn } : {}),
      ...(evidenceText.trim() ? { evidenceText: evidenceText.trim() } : {}),
    };
    await showContact(queries, await contactActs.recordGround(contactId, body, headers));
    onClose();
  });
  const { ground } = form.getValues();
  const title = t.text('contacts.ground.record');
  return (
    <FormDialog title={title} verb={title} onClose={onClose} {...act}>
      <Select
        label={t.text('contacts.ground.which')}
        description={t.text(`contacts.groundWhat.${ground}`)}
        data={GROUNDS.map((value) => ({ value, label: t.text(`contacts.ground.${value}`) }))}
        allowDeselect={false}
        data-autofocus
        {...form.getInputProps('ground')}
      />
      <TextInput
        label={t.text('contacts.ground.url')}
        description={t.text('contacts.ground.urlWhat')}
        inputMode="url"
        {...form.getInputProps('evidenceUrl')}
      />
      <TextInput type="date" label={t.text('contacts.ground.day')} {...form.getInputProps('evidenceOn')} />
      <Textarea
        label={t.text('contacts.ground.words')}
        autosize
        minRows={2}
        maxLength={4_000}
        {...form.getInputProps('evidenceText')}
      />
    </FormDialog>
  );
}
