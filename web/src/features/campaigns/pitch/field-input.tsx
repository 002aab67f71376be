import { Group, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useWorkers } from '../use-workers.js';
import type { FieldDraft } from './field-draft.js';
import type { KindField } from './pitch-api.js';

interface Props {
  readonly field: KindField;
  readonly draft: FieldDraft;
  readonly error: string | undefined;
  readonly onChange: (draft: FieldDraft) => void;
}

/** Asks for the value of one of the kind's fields in the way its type is written. */
export function FieldInput({ field, draft, error, onChange }: Props) {
  const t = useMessages();
  const shared = { label: field.name, description: field.hint, error, 'data-autofocus': true };
  const typed = (event: { currentTarget: { value: string } }) =>
    onChange({ ...draft, text: event.currentTarget.value });
  switch (field.type) {
    case 'long_text':
      return <Textarea {...shared} value={draft.text} onChange={typed} autosize minRows={3} maxRows={16} />;
    case 'list':
      return (
        <Textarea
          {...shared}
          description={[field.hint, t.text('campaigns.pitch.onePerLine')].filter(Boolean).join('. ')}
          value={draft.text}
          onChange={typed}
          autosize
          minRows={3}
          maxRows={16}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...shared}
          value={draft.text}
          min={field.min ?? Number.MIN_SAFE_INTEGER}
          max={field.max ?? Number.MAX_SAFE_INTEGER}
          onChange={(next) => onChange({ ...draft, text: String(next) })}
          hideControls
        />
      );
    case 'money':
      return (
        <Group align="start" wrap="nowrap" gap="xs">
          <TextInput {...shared} flex={1} inputMode="decimal" value={draft.text} onChange={typed} />
          <TextInput
            label={t.text('campaigns.pitch.currency')}
            w={90}
            maxLength={3}
            value={draft.currency}
            onChange={(event) => onChange({ ...draft, currency: event.currentTarget.value.toUpperCase() })}
          />
        </Group>
      );
    case 'choice':
    case 'yes_no':
      return (
        <Select
          {...shared}
          data={choicesOf(field, t.text('prospects.yes'), t.text('prospects.no'))}
          value={draft.text === '' ? null : draft.text}
          onChange={(next) => onChange({ ...draft, text: next ?? '' })}
          comboboxProps={{ withinPortal: false }}
          clearable
        />
      );
    case 'member':
      return <MemberInput field={field} draft={draft} error={error} onChange={onChange} />;
    case 'text':
    case 'url':
    case 'date':
    case 'files':
    case 'proof':
      return (
        <TextInput
          {...shared}
          type={field.type === 'date' ? 'date' : 'text'}
          value={draft.text}
          onChange={typed}
        />
      );
  }
}

function choicesOf(field: KindField, yes: string, no: string) {
  if (field.type === 'yes_no')
    return [
      { value: 'true', label: yes },
      { value: 'false', label: no },
    ];
  return field.choices.map(({ key, name }) => ({ value: key, label: name }));
}

function MemberInput({ field, draft, error, onChange }: Props) {
  const workers = useWorkers();
  return (
    <Select
      label={field.name}
      description={field.hint}
      error={error}
      data={workers.map(({ id, name }) => ({ value: id, label: name }))}
      value={draft.text === '' ? null : draft.text}
      onChange={(next) => onChange({ ...draft, text: next ?? '' })}
      comboboxProps={{ withinPortal: false }}
      searchable
      clearable
    />
  );
}
