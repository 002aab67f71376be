import { Select, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import type { OwnField } from '../../../api/prospect-views.js';
import { FIELD_TYPES, type FieldType, RECORD_KINDS, type RecordKind } from '../../../api/prospect-words.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { prospectKeys } from '../prospects-api.js';
import { settingsActs } from './settings-api.js';

interface Props {
  /** The field that is changed; null for a new one. */
  readonly field: OwnField | null;
  readonly onClose: () => void;
}

interface Values extends Record<string, unknown> {
  readonly recordKind: RecordKind;
  readonly name: string;
  readonly type: FieldType;
  readonly choices: string[];
}

/** A field of the team's own. Its type stays as it was made: values of another form would be lost. */
export function OwnFieldDialog({ field, onClose }: Props) {
  const t = useMessages();
  const queries = useQueryClient();
  const form = useForm<Values>({
    initialValues: {
      recordKind: field?.recordKind ?? 'prospect',
      name: field?.name ?? '',
      type: field?.type ?? 'text',
      choices: field?.choices ?? [],
    },
    validate: {
      name: (name) => (name.trim() === '' ? t.text('prospects.fields.nameMissing') : null),
      choices: (choices, { type }) =>
        type === 'choice' && choices.length === 0 ? t.text('prospects.fields.choicesMissing') : null,
    },
  });
  const act = useFormAct(form, async ({ recordKind, name, type, choices }, headers) => {
    const said = { name: name.trim(), ...(type === 'choice' ? { choices } : {}) };
    if (field) await settingsActs.changeField(field.id, said);
    else await settingsActs.addField({ recordKind, type, ...said }, headers);
    await queries.invalidateQueries({ queryKey: prospectKeys.fields });
    onClose();
  });
  return (
    <FormDialog
      title={t.text(field ? 'prospects.fields.change' : 'prospects.fields.add')}
      verb={t.text('app.save')}
      onClose={onClose}
      onSubmit={act.onSubmit}
      isSending={act.isSending}
      problem={act.problem}
    >
      <TextInput
        label={t.text('prospects.fields.name')}
        maxLength={60}
        withAsterisk
        data-autofocus
        {...form.getInputProps('name')}
      />
      {!field && (
        <>
          <Select
            label={t.text('prospects.fields.records')}
            data={RECORD_KINDS.map((value) => ({ value, label: t.text(`prospects.fields.of.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps('recordKind')}
          />
          <Select
            label={t.text('prospects.fields.typeLabel')}
            description={t.text('prospects.fields.typeWhat')}
            data={FIELD_TYPES.map((value) => ({ value, label: t.text(`prospects.fields.type.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps('type')}
          />
        </>
      )}
      {form.getValues().type === 'choice' && (
        <TagsInput
          label={t.text('prospects.fields.choices')}
          description={t.text('prospects.fields.choicesWhat')}
          {...form.getInputProps('choices')}
        />
      )}
    </FormDialog>
  );
}
