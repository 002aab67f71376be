import { SegmentedControl } from '@mantine/core';
import { STANDINGS, type Standing } from '../../../api/placement-words.js';
import { useMessages } from '../../../i18n/messages-provider.js';

interface Props {
  readonly label: string;
  readonly value: Standing;
  readonly onChange: (standing: Standing) => void;
}

/** How firm a term is. */
export function StandingChoice({ label, value, onChange }: Props) {
  const t = useMessages();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t.text('placements.form.standingOf', { term: label })}
      data={STANDINGS.map((standing) => ({
        value: standing,
        label: t.text(`placements.standing.${standing}`),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}
