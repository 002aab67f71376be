import { useMessages } from '../i18n/messages-provider.js';

interface Props {
  readonly earliestAt: string | null;
  readonly latestAt: string | null;
}

/** The earliest and the latest moment of something, in the reader's zone: one day is said once. */
export function MomentRange({ earliestAt, latestAt }: Props) {
  const t = useMessages();
  if (earliestAt === null) return null;
  const tag = t.locale === 'nl' ? 'nl-NL' : 'en-GB';
  const day = new Intl.DateTimeFormat(tag, {
    timeZone: t.timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  const time = new Intl.DateTimeFormat(tag, { timeZone: t.timeZone, hour: '2-digit', minute: '2-digit' });
  const whole = (at: Date) => `${day.format(at)} ${time.format(at)}`;
  const early = new Date(earliestAt);
  if (latestAt === null || latestAt === earliestAt)
    return <span>{t.text('sequences.earliest', { from: whole(early) })}</span>;
  const late = new Date(latestAt);
  const isSameDay = day.format(early) === day.format(late);
  const until = isSameDay ? time.format(late) : whole(late);
  return <span>{t.text('sequences.between', { from: whole(early), until })}</span>;
}
