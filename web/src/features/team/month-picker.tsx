import { ActionIcon, Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useMessages } from '../../i18n/messages-provider.js';
import { monthInWords } from '../../i18n/times.js';
import classes from './team.module.css';
import { monthAfter } from './team-api.js';

interface Props {
  readonly month: string;
  readonly isThisMonth: boolean;
  /** Undefined is this month. */
  readonly onChange: (month: string | undefined) => void;
}

/** The month a page speaks of, with the ones beside it one click away. */
export function MonthPicker({ month, isThisMonth, onChange }: Props) {
  const t = useMessages();
  return (
    <Group gap="xs" role="group" aria-label={t.text('team.month')}>
      <ActionIcon
        variant="default"
        size={28}
        aria-label={t.text('team.monthBefore')}
        onClick={() => onChange(monthAfter(month, -1))}
      >
        <IconChevronLeft size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
      <span className={classes['month']} aria-live="polite">
        {monthInWords(month, t)}
      </span>
      <ActionIcon
        variant="default"
        size={28}
        aria-label={t.text('team.monthAfter')}
        onClick={() => onChange(monthAfter(month, 1))}
      >
        <IconChevronRight size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
      {!isThisMonth && (
        <Button variant="default" onClick={() => onChange(undefined)}>
          {t.text('team.thisMonth')}
        </Button>
      )}
    </Group>
  );
}
