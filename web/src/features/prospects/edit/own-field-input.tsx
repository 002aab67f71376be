import { NumberInput, Select, TextInput } from '@mantine/core';
import type { CustomValue, OwnField } from '../../../api/prospect-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';

interface Props {
  readonly field: OwnField;
  readonly value: CustomValue | null;
  readonly onChange: (value: CustomValue | null) => void;
  readonly autoFocus?: boolean;
}

/** Asks for the value of an own field in the way its type is written; empty takes the value away. */
export function OwnFieldInput({ field, value, onChange, autoFocus = false }: Props) {
  const t = useMessages();
  const focus = autoFocus ? { 'data-autofocus': true } : {};
  const text = value === null ? '' : String(value);
  switch (field.type) {
    case 'number':
      return (
        <NumberInput
          label={field.name}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
          hideControls
          {...focus}
        />
      );
    case 'yes_no':
      return (
        <Select
          label={field.name}
          data={[
            { value: 'true', label: t.text('prospects.yes') },
            { value: 'false', label: t.text('prospects.no') },
          ]}
          value={value === null ? null : text}
          onChange={(next) => onChange(next === null ? null : next === 'true')}
          comboboxProps={{ withinPortal: false }}
          clearable
          {...focus}
        />
      );
    case 'choice':
      return (
        <Select
          label={field.name}
          data={field.choices}
          value={value === null ? null : text}
          onChange={onChange}
          comboboxProps={{ withinPortal: false }}
          clearable
          {...focus}
        />
      );
    case 'date':
    case 'text':
    case 'url':
      return (
        <TextInput
          label={field.name}
          type={field.type}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
          {...focus}
        />
      );
  }
}
