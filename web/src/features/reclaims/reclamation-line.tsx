import { Link } from '@tanstack/react-router';
import { useMessages } from '../../i18n/messages-provider.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { StateBadge } from '../../ui/state-badge.js';
import classes from './reclaims.module.css';
import type { ReclamationLine } from './reclaims-api.js';

/** One placement of a reclamation: where it stood, what was found, and whether other links of the page changed too. */
export function LineRow({ line }: { readonly line: ReclamationLine }) {
  const t = useMessages();
  return (
    <li className={classes['line']}>
      <div className={classes['lineHead']}>
        <Link to="/placements/$id" params={{ id: line.placementId }} className={classes['address'] ?? ''}>
          {line.sourceUrl ?? line.targetUrl}
        </Link>
        <StateBadge state={line.state} />
      </div>
      <div className={classes['quiet']}>
        {line.brandName} · {t.text('reclaims.leadsTo', { target: line.targetUrl })}
      </div>
      <div>
        {t.text(`reclaims.changed.${line.changedLinks}`)}{' '}
        {line.findingCodes.length > 0 && <code>{line.findingCodes.join(', ')}</code>}
      </div>
      <div className={classes['quiet']}>
        {t.text('reclaims.worse')} <RelativeTime at={line.gotWorseAt} /> · {t.text('reclaims.lastSeen')}{' '}
        <RelativeTime at={line.lastSeenAt} />
        {line.outcome !== 'open' && <> · {t.text(`reclaims.outcome.${line.outcome}`)}</>}
      </div>
    </li>
  );
}
