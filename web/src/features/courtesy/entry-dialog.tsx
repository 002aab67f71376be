import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMessages } from '../../i18n/messages-provider.js';
import { useFormAct } from '../../ui/form-act.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { ClientField } from './client-field.js';
import { courtesyActs } from './courtesy-api.js';
import { REASONS } from './courtesy-words.js';
import { useRefresh } from './use-refresh.js';

interface Values extends Record<string, unknown> {
  readonly address: string;
  readonly reason: (typeof REASONS)[number];
  readonly evidence: string;
  readonly clientId: string | null;
}

/** A site or an e-mail address nobody contacts from now on: with an @ it is an address. */
export function EntryDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const refresh = useRefresh();
  const form = useForm<Values>({
    initialValues: { address: '', reason: 'asked', evidence: '', clientId: null },
    validate: { address: (text) => (text.trim() === '' ? t.text('courtesy.addressMissing') : null) },
  });
  const act = useFormAct(form, async ({ address, reason, evidence, clientId }, headers) => {
    const said = address.trim();
    await courtesyActs.add(
      {
        ...(said.includes('@') ? { address: said } : { siteAddress: said }),
        reason,
        ...(evidence.trim() && { evidence: evidence.trim() }),
        ...(clientId && { clientId }),
      },
      headers,
    );
    await refresh();
    onClose();
  });
  return (
    <FormDialog
      title={t.text('courtesy.add')}
      verb={t.text('courtesy.add.verb')}
      onClose={onClose}
      onSubmit={act.onSubmit}
      isSending={act.isSending}
      problem={act.problem}
    >
      <TextInput
        label={t.text('courtesy.address')}
        description={t.text('courtesy.address.what')}
        withAsterisk
        data-autofocus
        {...form.getInputProps('address')}
      />
      <Select
        label={t.text('courtesy.reason')}
        data={REASONS.map((value) => ({ value, label: t.text(`courtesy.reason.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('reason')}
      />
      <ClientField {...form.getInputProps('clientId')} />
      <Textarea
        label={t.text('courtesy.evidence')}
        description={t.text('courtesy.evidence.what')}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('evidence')}
      />
    </FormDialog>
  );
}
