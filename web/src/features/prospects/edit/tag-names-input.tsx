import { TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../../i18n/messages-provider.js';
import { tagList } from '../prospects-api.js';

interface Props {
  readonly kind: 'tag' | 'topic';
  readonly value: readonly string[];
  readonly onChange: (names: string[]) => void;
  readonly label?: string;
  readonly autoFocus?: boolean;
}

/** Tags or topics by name: the team's are offered, a new one is made by typing it. */
export function TagNamesInput({ kind, value, onChange, label, autoFocus = false }: Props) {
  const t = useMessages();
  const known = useQuery(tagList(kind)).data ?? [];
  return (
    <TagsInput
      label={label ?? t.text(kind === 'tag' ? 'prospects.column.tags' : 'prospects.column.topics')}
      placeholder={value.length === 0 ? t.text('prospects.tag.hint') : ''}
      data={known.map(({ name }) => name)}
      value={[...value]}
      onChange={onChange}
      maxLength={60}
      comboboxProps={{ withinPortal: false }}
      clearable
      clearButtonProps={{ 'aria-label': t.text('prospects.tag.clear') }}
      {...(autoFocus ? { 'data-autofocus': true } : {})}
    />
  );
}
