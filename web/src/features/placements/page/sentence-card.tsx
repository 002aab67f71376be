import type { PlacementDetail } from '../../../api/placement-views.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { StateBadge, StateIcon } from '../../../ui/state-badge.js';
import { ActBar } from '../acts/act-bar.js';
import classes from './placement.module.css';
import { reasonsOf } from './reasons.js';

/** The state as one sentence, what stands behind it, and what can be done. */
export function SentenceCard({ placement }: { readonly placement: PlacementDetail }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  return (
    <section className={classes['sentenceCard']} aria-label={t.text('placements.sentence.label')}>
      <StateIcon state={placement.state} size={24} />
      <div className={classes['sentenceText']}>
        <h2 className={classes['sentence']}>{placement.sentence.text}</h2>
        <p className={classes['badges']}>
          <StateBadge state={placement.state} rechecking={placement.rechecking} overdue={placement.overdue} />
          <span className={classes['quiet']}>
            {t.rich('placements.sentence.since', { time: <RelativeTime at={placement.stateSince} /> })}
          </span>
        </p>
        {reasonsOf(placement, t).map(({ key, says }) => (
          <p key={key} className={classes['why']}>
            {says}
          </p>
        ))}
      </div>
      {mayWrite && <ActBar placement={placement} />}
    </section>
  );
}
