import type { Verdict } from '../api/views.js';
import { useMessages } from '../i18n/messages-provider.js';
import classes from './verdict-strip.module.css';

const SLOTS = 10;

/** The last checks as a strip, oldest first, read out as words. Places without a check stay grey. */
export function VerdictStrip({
  verdicts,
  slots = SLOTS,
}: {
  readonly verdicts: readonly Verdict[];
  readonly slots?: number;
}) {
  const t = useMessages();
  if (verdicts.length === 0) return <span className={classes['none']}>{t.text('words.verdicts.none')}</span>;
  const shown = verdicts.slice(-slots);
  const list = new Intl.ListFormat(t.locale).format(
    shown.map((verdict) => t.text(`words.verdict.${verdict}`)),
  );
  const label = t.text('words.verdicts.of', { count: shown.length, list });
  return (
    <span className={classes['strip']} role="img" aria-label={label} title={label}>
      {places(shown, slots).map(({ place, verdict }) => (
        <span key={place} className={classes['bar']} data-verdict={verdict} />
      ))}
    </span>
  );
}

/** One place for each slot: a strip has no other identity than its place. */
function places(shown: readonly Verdict[], slots: number) {
  return Array.from({ length: Math.max(slots, shown.length) }, (_, place) => ({
    place,
    verdict: shown[place],
  }));
}
