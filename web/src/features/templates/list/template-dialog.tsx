import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { type MailPurpose, PURPOSES, type TemplateLocale } from '../template-views.js';
import { kindNames, refreshTemplates, templateActs } from '../templates-api.js';
import { firstWords } from './first-words.js';

interface Draft extends Record<string, unknown> {
  readonly name: string;
  readonly kind: string | null;
  readonly purpose: MailPurpose;
  readonly locale: TemplateLocale;
}

/** Asks what a new template is for, makes it with a sound skeleton, and opens the editor. */
export function TemplateDialog({
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
    initialValues: { name: '', kind, purpose: 'first', locale: t.locale },
    validate: { name: (name) => (name.trim() === '' ? t.text('templates.nameNeeded') : null) },
  });
  const act = useFormAct(form, async (values, headers) => {
    const made = await templateActs.add({ ...values, ...firstWords(values) }, headers);
    await refreshTemplates(queries);
    await navigate({ to: '/templates/$id', params: { id: made.id } });
  });
  return (
    <FormDialog title={t.text('templates.add')} verb={t.text('templates.addVerb')} onClose={onClose} {...act}>
      <TextInput
        label={t.text('templates.name')}
        maxLength={120}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Select
        label={t.text('templates.kind')}
        placeholder={t.text('templates.anyKind')}
        clearable
        data={kinds.map(({ key, name }) => ({ value: key, label: name }))}
        {...form.getInputProps('kind')}
      />
      <Select
        label={t.text('templates.purpose')}
        allowDeselect={false}
        data={PURPOSES.map((value) => ({ value, label: t.text(`templates.purposes.${value}`) }))}
        {...form.getInputProps('purpose')}
      />
      <Select
        label={t.text('templates.locale')}
        allowDeselect={false}
        data={(['en', 'nl'] as const).map((value) => ({
          value,
          label: t.text(`templates.locales.${value}`),
        }))}
        {...form.getInputProps('locale')}
      />
    </FormDialog>
  );
}
