import {
  IconCheckbox,
  IconClock,
  IconFlag,
  IconHourglassEmpty,
  IconLink,
  type IconProps,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import type { Messages } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import type { CalendarItem, CalendarWhat } from '../campaign-views.js';
import classes from './calendar.module.css';

const ICONS: Readonly<Record<CalendarWhat, ComponentType<IconProps>>> = {
  next_step: IconClock,
  task: IconCheckbox,
  deadline: IconHourglassEmpty,
  due: IconLink,
  end: IconFlag,
};

/** One thing on a day; it leads to the pitch, else to the placement or campaign it is about. */
export function CalendarEntry({
  item,
  isShort = false,
  showsCampaign = false,
}: {
  readonly item: CalendarItem;
  readonly isShort?: boolean;
  readonly showsCampaign?: boolean;
}) {
  const t = useMessages();
  const Icon = ICONS[item.what];
  const words = entryWords(item, t);
  const about = item.about ?? (item.what === 'end' ? null : item.campaignName);
  return (
    <To item={item} title={about === null ? words : `${about}: ${words}`}>
      <Icon size={14} stroke={1.75} aria-hidden />
      <span className={classes['entryText']}>
        {about !== null && <b>{about}</b>} {words}
        {!isShort && item.assigneeName !== null && ` · ${item.assigneeName}`}
        {showsCampaign && item.campaignName !== null && item.about !== null && ` · ${item.campaignName}`}
      </span>
    </To>
  );
}

function entryWords({ what, title, placementId, campaignName }: CalendarItem, t: Messages): string {
  if (title !== '') return title;
  if (what === 'due') return t.text('campaigns.calendar.due');
  if (what !== 'end') return t.text(`campaigns.calendar.what.${what}`);
  return placementId === null
    ? t.text('campaigns.calendar.campaignEnds', { name: campaignName ?? '' })
    : t.text('campaigns.calendar.termEnds');
}

interface ToProps {
  readonly item: CalendarItem;
  readonly title: string;
  readonly children: ReactNode;
}

function To({ item, title, children }: ToProps) {
  const look = {
    title,
    className: classes['entry'] ?? '',
    'data-late': item.isOverdue || undefined,
  };
  if (item.pitchId !== null)
    return (
      <Link to="/pitches/$id" params={{ id: item.pitchId }} {...look}>
        {children}
      </Link>
    );
  if (item.placementId !== null)
    return (
      <Link to="/placements/$id" params={{ id: item.placementId }} {...look}>
        {children}
      </Link>
    );
  if (item.campaignId !== null)
    return (
      <Link to="/campaigns/$id" params={{ id: item.campaignId }} {...look}>
        {children}
      </Link>
    );
  return <span {...look}>{children}</span>;
}
