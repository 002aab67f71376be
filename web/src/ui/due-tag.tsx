import { IconAlertTriangle, IconCalendar, IconClock } from '@tabler/icons-react';
import { useMessages } from '../i18n/messages-provider.js';
import { dayInWords } from '../i18n/times.js';
import classes from './state-badge.module.css';
import type { DueState } from './task-api.js';

/** How a due day looks: colour, icon and words say the same. */
const LOOKS = {
  overdue: { tone: 'removed', Icon: IconAlertTriangle },
  today: { tone: 'differs', Icon: IconClock },
  soon: { tone: 'quiet', Icon: IconCalendar },
  later: { tone: 'quiet', Icon: IconCalendar },
} as const;

/** The day something is due: overdue and today stand out, and say so in words. */
export function DueTag({ due, dueOn }: { readonly due: DueState; readonly dueOn: string | null }) {
  const t = useMessages();
  if (dueOn === null) return <span>—</span>;
  const day = dayInWords(dueOn, t);
  if (due === 'none') return <span>{day}</span>;
  const { tone, Icon } = LOOKS[due];
  return (
    <span className={classes['badge']} data-tone={tone}>
      <Icon size={14} stroke={1.75} aria-hidden />
      {due === 'today' ? t.text('tasks.due.today') : t.text(`tasks.due.${due}`, { day })}
    </span>
  );
}
