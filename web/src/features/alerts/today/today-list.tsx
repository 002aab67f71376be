import { Link } from '@tanstack/react-router';
import type { TodayList as List, PlacementRow } from '../../../api/views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords, dayInWords } from '../../../i18n/times.js';
import { Panel } from '../../../ui/page.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { StateBadge } from '../../../ui/state-badge.js';
import { TermChip } from '../../../ui/term-chip.js';
import { VerdictStrip } from '../../../ui/verdict-strip.js';
import classes from './today.module.css';

/** The rows of the placements page that a list is the beginning of. */
const ALL_OF = {
  lost: { problem: 'lost_week' },
  changed: { problem: 'changed_week' },
  overdue: { overdue: true },
  check_by_hand: { state: 'check_by_hand' },
  site_down: { state: 'site_down' },
  unlabelled: { unlabelled: true },
  target_failing: { problem: 'target_failing' },
} as const;

interface Props {
  readonly list: List;
  /** Place of the first row among the rows of all lists, for the keyboard. */
  readonly firstIndex: number;
}

/** One list of Today: why these placements are here, and the placements. */
export function TodayList({ list, firstIndex }: Props) {
  const t = useMessages();
  const total = countInWords(list.total, list.totalIsExact, t);
  const title = t.text(`alerts.today.${list.key}`);
  return (
    <Panel
      flush
      title={
        <>
          {title} <span className={classes['total']}>{total}</span>
        </>
      }
      aside={
        <Link
          to="/placements"
          search={ALL_OF[list.key]}
          aria-label={t.text('alerts.today.allOf', { total, list: title })}
        >
          {t.text('alerts.today.all', { total })}
        </Link>
      }
    >
      <p className={classes['why']}>{t.text(`alerts.today.${list.key}.why`)}</p>
      <ul className={classes['rows']} aria-label={title}>
        {list.items.map((row, index) => (
          <TodayRow key={row.id} row={row} index={firstIndex + index} />
        ))}
      </ul>
    </Panel>
  );
}

function TodayRow({ row, index }: { readonly row: PlacementRow; readonly index: number }) {
  const t = useMessages();
  const { rel } = row.terms;
  const seen = row.seen.rel ?? null;
  return (
    <li className={classes['row']} data-index={index}>
      <span data-row-head className={classes['head']}>
        <Link to="/placements/$id" params={{ id: row.id }} preload="intent" className={classes['open'] ?? ''}>
          <b>{row.sourceHost}</b>
          <span className={classes['path']}>
            {pathOf(row.sourceUrl) ?? t.text('alerts.today.pageUnknown')} → {row.targetPath}
          </span>
        </Link>
      </span>
      <span className={classes['state']}>
        <StateBadge state={row.state} rechecking={row.rechecking} overdue={row.overdue} />
      </span>
      <span className={classes['terms']}>
        {rel.standing !== 'unknown' && (
          <TermChip
            standing={rel.standing}
            value={rel.value && t.text(`words.rel.${rel.value as 'follow'}`)}
          />
        )}
        {seen && (
          <TermChip
            standing="seen"
            value={seen}
            differs={row.unmetTerms > 0 && row.findingCodes.some((code) => code.startsWith('rel_'))}
          />
        )}
        {row.overdue && row.dueOn && t.text('alerts.today.due', { day: dayInWords(row.dueOn, t) })}
      </span>
      <span className={classes['strip']}>
        {row.lastVerdicts.length > 0 && <VerdictStrip verdicts={row.lastVerdicts} />}
      </span>
      <span className={classes['brand']}>{row.brandName}</span>
      <span className={classes['since']}>
        <RelativeTime at={row.stateSince} />
      </span>
    </li>
  );
}

function pathOf(url: string | null): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { pathname, search } = new URL(url);
  return pathname + search;
}
