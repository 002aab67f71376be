import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import { toThemWords, toUsWords } from '../arrows.js';
import type { RelationshipRow } from '../relationship-views.js';
import classes from '../relationships.module.css';
import { ToldCount } from '../told-words.js';

interface CellProps {
  readonly row: RelationshipRow;
}

function LinkCount({ live, lost }: { readonly live: number; readonly lost: number }) {
  const t = useMessages();
  return (
    <>
      <span className={classes['live']}>{countInWords(live, true, t)}</span>
      {lost > 0 && (
        <span className={classes['quiet']}> · {t.text('relationships.lostCount', { count: lost })}</span>
      )}
    </>
  );
}

/** How many links of ours lead to them, or in words why there is no number. */
export function ToThemCell({ row }: CellProps) {
  const t = useMessages();
  if (row.arrows.toThem === 'linked') return <LinkCount live={row.toThemLive} lost={row.toThemLost} />;
  return <span className={classes['quiet']}>{toThemWords(row.arrows, t)}</span>;
}

/** How many links of theirs lead to us, or in words why there is no number. */
export function ToUsCell({ row }: CellProps) {
  const t = useMessages();
  if (row.arrows.toUs === 'linked') return <LinkCount live={row.toUsLive} lost={row.toUsLost} />;
  if (row.arrows.toUs === 'told' && row.told) return <ToldCount told={row.told} />;
  return <span className={classes['quiet']}>{toUsWords(row.arrows, t)}</span>;
}

/** Whether the litmus test is answered; it is asked only where links go both ways. */
export function LitmusWord({ row }: CellProps) {
  const t = useMessages();
  const { wouldLinkAnyway, readersGain } = row.litmus;
  if (wouldLinkAnyway !== null && readersGain !== null) {
    return (
      <>
        {t.text(
          wouldLinkAnyway && readersGain ? 'relationships.litmus.passed' : 'relationships.litmus.doubtful',
        )}
      </>
    );
  }
  const isMutual = row.arrows.toUs === 'linked' && row.arrows.toThem === 'linked';
  return isMutual ? (
    <span className={classes['missing']}>{t.text('relationships.litmus.missing')}</span>
  ) : (
    <>—</>
  );
}
