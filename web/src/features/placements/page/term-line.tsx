import type { PlacementDetail } from '../../../api/placement-views.js';
import type { TermName } from '../../../api/placement-words.js';
import type { Messages } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayInWords } from '../../../i18n/times.js';
import { TermChip } from '../../../ui/term-chip.js';
import { acceptances } from '../acts/accept-words.js';
import { relWord } from '../row-chips.js';
import classes from './placement.module.css';

/** A term's value as it is said on screen. */
export function termValue(t: Messages, name: TermName | 'match', value: string): string {
  if (value === '') return '';
  if (name === 'duration') return dayInWords(value.slice(0, 10), t);
  if (name === 'anchor') return t.text('placements.quoted', { words: value });
  if (name === 'indexable')
    return t.text(value === 'true' ? 'placements.indexable.true' : 'placements.indexable.false');
  const key = `words.${name}.${value}`;
  return t.has(key) ? t.text(key) : value;
}

/** One term with its standing, and what the last check saw of it beside. */
export function TermLine({
  placement,
  name,
}: {
  readonly placement: PlacementDetail;
  readonly name: TermName;
}) {
  const t = useMessages();
  const { standing, value } = placement.terms[name];
  const unmet = acceptances(placement.findings, placement.terms.match).find(({ term }) => term === name);
  const seen = unmet?.to ?? seenOf(placement, name);
  return (
    <span className={classes['termLine']}>
      <TermChip standing={standing} value={value === null ? null : termValue(t, name, String(value))} />
      {seen !== null && (
        <TermChip standing="seen" value={termValue(t, name, seen)} differs={unmet !== undefined} />
      )}
    </span>
  );
}

function seenOf({ seen, lastVerdicts }: PlacementDetail, name: TermName): string | null {
  const last = lastVerdicts.at(-1);
  if (last !== 'live' && last !== 'differs') return null;
  if (name === 'rel') return seen.rel === null ? null : relWord(seen.rel);
  return name === 'anchor' ? seen.anchor : null;
}
