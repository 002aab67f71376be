import { Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { SUPPRESSION_REASONS, type SuppressionReason } from '../../../api/prospect-words.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { refreshLists } from '../prospect-cache.js';
import { settingsActs } from './settings-api.js';

interface Values extends Record<string, unknown> {
  readonly address: string;
  readonly reason: SuppressionReason;
  readonly note: string;
}

/** A site or an e-mail address nobody contacts from now on: with an @ it is an address. */
export function SuppressionDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const queries = useQueryClient();
  const form = useForm<Values>({
    initialValues: { address: '', reason: 'asked', note: '' },
    validate: {
      address: (text) => (text.trim() === '' ? t.text('prospects.suppress.addressMissing') : null),
    },
  });
  const act = useFormAct(form, async ({ address, reason, note }, headers) => {
    const said = address.trim();
    const whom = said.includes('@') ? { address: said } : { siteAddress: said };
    const body = { ...whom, reason, ...(note.trim() ? { note: note.trim() } : {}) };
    await settingsActs.addSuppression(body, headers);
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['prospects', 'suppressions'] }),
      refreshLists(queries),
    ]);
    onClose();
  });
  return (
    <FormDialog
      title={t.text('prospects.suppress.add')}
      verb={t.text('prospects.act.suppress')}
      onClose={onClose}
      onSubmit={act.onSubmit}
      isSending={act.isSending}
      problem={act.problem}
    >
      <TextInput
        label={t.text('prospects.suppress.address')}
        description={t.text('prospects.suppress.addressWhat')}
        withAsterisk
        data-autofocus
        {...form.getInputProps('address')}
      />
      <Select
        label={t.text('prospects.reason')}
        data={SUPPRESSION_REASONS.map((value) => ({
          value,
          label: t.text(`prospects.suppression.${value}`),
        }))}
        allowDeselect={false}
        {...form.getInputProps('reason')}
      />
      <Textarea
        label={t.text('prospects.note')}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('note')}
      />
    </FormDialog>
  );
}
