import { ActionIcon, Box, Group, SegmentedControl, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Messages } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayIn } from '../../../i18n/times.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import type { PitchFilter, PitchSearch, Span } from '../campaign-search.js';
import type { CalendarItem } from '../campaign-views.js';
import { pitchCalendar } from '../campaigns-api.js';
import classes from './calendar.module.css';
import { dayAfter, mondayOf, monthBeside, weekOf, weeksOfMonth } from './calendar-days.js';
import { CalendarEntry } from './calendar-entry.js';

interface Props {
  readonly filter: PitchFilter;
  readonly search: PitchSearch;
  readonly change: (to: Partial<PitchSearch>) => void;
}

/** Things of a day a month shows before it says how many more there are. */
const SHOWN = 3;

/** What stands on which day: a month at a glance, or a week as a list. A small screen has the list alone. */
export function PitchCalendarView({ filter, search, change }: Props) {
  const t = useMessages();
  const isSmall = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const today = dayIn(new Date(), t);
  const on = search.on ?? today;
  const span: Span = isSmall ? 'week' : (search.span ?? 'month');
  const weeks = span === 'month' ? weeksOfMonth(on) : [weekOf(on)];
  const days = { from: weeks[0]?.[0] ?? on, to: weeks.at(-1)?.[6] ?? on };
  const calendar = useQuery(pitchCalendar(filter, days));
  const items = new Map(calendar.data?.days.map((day) => [day.on, day.items]));
  const beside = (step: 1 | -1) =>
    change({ on: span === 'month' ? monthBeside(on, step) : dayAfter(mondayOf(on), 7 * step) });
  return (
    <div className={classes['calendar']}>
      <Group gap="sm">
        <ActionIcon
          variant="default"
          size={28}
          aria-label={t.text(`campaigns.calendar.before.${span}`)}
          onClick={() => beside(-1)}
        >
          <IconChevronLeft size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
        <h2 className={classes['title']} aria-live="polite">
          {span === 'month' ? monthWords(on, t) : weekWords(days, t)}
        </h2>
        <ActionIcon
          variant="default"
          size={28}
          aria-label={t.text(`campaigns.calendar.after.${span}`)}
          onClick={() => beside(1)}
        >
          <IconChevronRight size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
        {!isSmall && (
          <SegmentedControl
            size="xs"
            aria-label={t.text('campaigns.calendar.span')}
            data={[
              { value: 'month', label: t.text('campaigns.calendar.month') },
              { value: 'week', label: t.text('campaigns.calendar.week') },
            ]}
            value={span}
            onChange={(next) => change({ span: next === 'week' ? 'week' : undefined })}
          />
        )}
        {calendar.data?.isComplete === false && <span>{t.text('campaigns.calendar.more')}</span>}
      </Group>
      <ProblemAlert error={calendar.error} onRetry={() => void calendar.refetch()} />
      {calendar.isPending ? (
        <Skeleton h={420} />
      ) : span === 'month' ? (
        <Month weeks={weeks} month={on.slice(0, 7)} today={today} items={items} change={change} />
      ) : (
        <Week
          days={weeks[0] ?? []}
          today={today}
          items={items}
          showsCampaign={filter.campaignId === undefined}
        />
      )}
    </div>
  );
}

type Items = ReadonlyMap<string, readonly CalendarItem[]>;

interface MonthProps {
  readonly weeks: readonly (readonly string[])[];
  readonly month: string;
  readonly today: string;
  readonly items: Items;
  readonly change: Props['change'];
}

function Month({ weeks, month, today, items, change }: MonthProps) {
  const t = useMessages();
  return (
    <Box
      component="section"
      className={classes['scroll'] ?? ''}
      tabIndex={0}
      aria-label={t.text('campaigns.view.calendar')}
    >
      <table className={classes['month']}>
        <thead>
          <tr>
            {(weeks[0] ?? []).map((day) => (
              <th key={day} scope="col">
                {format(day, { weekday: 'short' }, t)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td
                  key={day}
                  data-other={day.slice(0, 7) !== month || undefined}
                  data-today={day === today || undefined}
                >
                  <time dateTime={day} className={classes['day']}>
                    {Number(day.slice(8))}
                  </time>
                  <Cell items={items.get(day) ?? []} onMore={() => change({ on: day, span: 'week' })} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}

function Cell({ items, onMore }: { readonly items: readonly CalendarItem[]; readonly onMore: () => void }) {
  const t = useMessages();
  const rest = items.length - SHOWN;
  return (
    <ul className={classes['entries']}>
      {items.slice(0, SHOWN).map((item, place) => (
        // Things of a day have no other identity than their place.
        <li key={String(place)}>
          <CalendarEntry item={item} isShort />
        </li>
      ))}
      {rest > 0 && (
        <li>
          <button type="button" className={classes['rest']} onClick={onMore}>
            {t.text('campaigns.calendar.rest', { count: rest })}
          </button>
        </li>
      )}
    </ul>
  );
}

function Week({
  days,
  today,
  items,
  showsCampaign,
}: {
  readonly days: readonly string[];
  readonly today: string;
  readonly items: Items;
  readonly showsCampaign: boolean;
}) {
  const t = useMessages();
  return (
    <Box
      component="section"
      className={classes['scroll'] ?? ''}
      tabIndex={0}
      aria-label={t.text('campaigns.view.calendar')}
    >
      {days.map((day) => {
        const here = items.get(day) ?? [];
        return (
          <section key={day} className={classes['weekDay']} data-today={day === today || undefined}>
            <h3>{format(day, { weekday: 'long', day: 'numeric', month: 'long' }, t)}</h3>
            {here.length === 0 ? (
              <p>{t.text('campaigns.calendar.nothing')}</p>
            ) : (
              <ul className={classes['entries']}>
                {here.map((item, place) => (
                  // Things of a day have no other identity than their place.
                  <li key={String(place)}>
                    <CalendarEntry item={item} showsCampaign={showsCampaign} />
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </Box>
  );
}

function format(day: string, how: Intl.DateTimeFormatOptions, { locale }: Pick<Messages, 'locale'>): string {
  const tag = locale === 'nl' ? 'nl-NL' : 'en-GB';
  return new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...how }).format(new Date(`${day}T00:00:00Z`));
}

function monthWords(day: string, t: Messages): string {
  return format(day, { month: 'long', year: 'numeric' }, t);
}

function weekWords({ from, to }: { from: string; to: string }, t: Messages): string {
  const short = { day: 'numeric', month: 'short' } as const;
  return t.text('campaigns.calendar.fromTo', {
    from: format(from, short, t),
    to: format(to, { ...short, year: 'numeric' }, t),
  });
}
