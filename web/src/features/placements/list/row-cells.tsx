import { Tooltip } from '@mantine/core';
import type { PlacementRow } from '../../../api/placement-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { shortDay } from '../../../i18n/times.js';
import { TermChip } from '../../../ui/term-chip.js';
import { otherAgreedTerms, seenChip, termChip } from '../row-chips.js';
import classes from './placements.module.css';
import { pathOf } from './row-words.js';

/** The source page as host and path; an awaited placement may have no page yet. */
export function SourceWords({ row }: { readonly row: PlacementRow }) {
  const t = useMessages();
  return (
    <>
      <b className={classes['host']}>{row.sourceHost}</b>
      <span className={classes['path']}>
        {row.sourceUrl === null ? ` · ${t.text('placements.page.unknown')}` : pathOf(row.sourceUrl)}
      </span>
    </>
  );
}

/** "guest post · paid": where it stands and, when something was given, what. */
export function TypeWords({ row }: { readonly row: PlacementRow }) {
  const t = useMessages();
  const type = t.text(`words.type.${row.type}`);
  if (row.compensation === 'none') return <>{type}</>;
  const given = t.text(`words.compensation.${row.compensation}`);
  return <>{t.text('placements.typeAndGiven', { type, given })}</>;
}

/** The rel term with its standing, and how many other terms were agreed. */
export function TermsChips({ row }: { readonly row: PlacementRow }) {
  const t = useMessages();
  const { standing, value } = termChip(row);
  const others = otherAgreedTerms(row);
  const isAny = value === 'any';
  return (
    <span className={classes['chips']}>
      <TermChip
        standing={isAny ? 'expected' : standing}
        bare={isAny}
        value={value === null ? null : t.text(`words.rel.${value}`)}
      />
      {others > 0 && (
        <Tooltip label={t.text('placements.otherTerms', { count: others })}>
          <span className={classes['more']}>{`+${others}`}</span>
        </Tooltip>
      )}
    </span>
  );
}

/** What the last check saw, or why it saw nothing. */
export function SeenChips({ row, bare = true }: { readonly row: PlacementRow; readonly bare?: boolean }) {
  const t = useMessages();
  const chip = seenChip(row);
  if (!chip) return null;
  const day = chip.params?.['day'];
  const params =
    day === undefined ? chip.params : { day: shortDay(new Date(`${day}T12:00:00`), new Date(), t) };
  const key = `placements.${chip.key}`;
  const value = t.has(key) ? t.text(key, params) : chip.key;
  return (
    <TermChip
      standing="seen"
      bare={bare || !chip.key.endsWith('.rel')}
      value={value}
      differs={chip.differs}
    />
  );
}
