import { Chip, Group, Switch, Text, TextInput } from '@mantine/core';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import type { SequenceDetail } from '../sequences-api.js';

export type Rules = Pick<
  SequenceDetail,
  'windowFrom' | 'windowUntil' | 'workDays' | 'inRecipientZone' | 'needsApproval'
>;

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

interface Props {
  readonly rules: Rules;
  readonly mayWrite: boolean;
  readonly onChange: (change: Partial<Rules>) => void;
}

/** When the mails of a sequence may leave, and whether somebody has to agree first. */
export function RulesPanel({ rules, mayWrite, onChange }: Props) {
  const t = useMessages();
  return (
    <Panel title={t.text('sequences.rules')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t.text('sequences.rulesTeach')}
      </Text>
      <Group gap="sm" align="end" mb="sm">
        <TextInput
          type="time"
          label={t.text('sequences.windowFrom')}
          value={rules.windowFrom}
          disabled={!mayWrite}
          onChange={(event) => onChange({ windowFrom: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t.text('sequences.windowUntil')}
          value={rules.windowUntil}
          disabled={!mayWrite}
          onChange={(event) => onChange({ windowUntil: event.currentTarget.value })}
        />
      </Group>
      <Chip.Group
        multiple
        value={rules.workDays.map(String)}
        onChange={(days) => days.length > 0 && onChange({ workDays: days.map(Number).sort() })}
      >
        <Group gap={6} mb="sm" role="group" aria-label={t.text('sequences.workDays')}>
          {WEEK.map((day) => (
            <Chip key={day} value={String(day)} size="sm" variant="outline" disabled={!mayWrite}>
              {t.text(`sequences.weekday.${day}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Switch
        label={t.text('sequences.inRecipientZone')}
        checked={rules.inRecipientZone}
        disabled={!mayWrite}
        mb="xs"
        onChange={(event) => onChange({ inRecipientZone: event.currentTarget.checked })}
      />
      <Switch
        label={t.text('sequences.needsApproval')}
        checked={rules.needsApproval}
        disabled={!mayWrite}
        onChange={(event) => onChange({ needsApproval: event.currentTarget.checked })}
      />
    </Panel>
  );
}
