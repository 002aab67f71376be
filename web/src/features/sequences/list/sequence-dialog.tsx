import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { kindNames, refreshSequences, sequenceActs } from '../sequences-api.js';

interface Draft extends Record<string, unknown> {
  readonly name: string;
  readonly kind: string | null;
  readonly locale: 'en' | 'nl';
}

/** Asks which kind of campaign a new sequence is for, makes it with its usual mails, and opens the editor. */
export function SequenceDialog({
  kind,
  onClose,
}: {
  readonly kind: string | null;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: kinds = [] } = useQuery(kindNames);
  const form = useForm<Draft>({
    initialValues: { name: '', kind, locale: t.locale },
    validate: {
      name: (name) => (name.trim() === '' ? t.text('sequences.nameNeeded') : null),
      kind: (chosen) => (chosen === null ? t.text('sequences.kindNeeded') : null),
    },
  });
  const act = useFormAct(form, async (values, headers) => {
    const made = await sequenceActs.add(values, headers);
    await refreshSequences(queries);
    await navigate({ to: '/sequences/$id', params: { id: made.id } });
  });
  return (
    <FormDialog title={t.text('sequences.add')} verb={t.text('sequences.addVerb')} onClose={onClose} {...act}>
      <TextInput
        label={t.text('sequences.name')}
        maxLength={200}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Select
        label={t.text('sequences.kind')}
        description={t.text('sequences.kindTeach')}
        data={kinds.map(({ key, name }) => ({ value: key, label: name }))}
        {...form.getInputProps('kind')}
      />
      <Select
        label={t.text('sequences.locale')}
        allowDeselect={false}
        data={(['en', 'nl'] as const).map((value) => ({
          value,
          label: t.text(`sequences.locales.${value}`),
        }))}
        {...form.getInputProps('locale')}
      />
    </FormDialog>
  );
}
