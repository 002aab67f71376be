import { Link } from '@tanstack/react-router';
import type { Client } from '../../api/views.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { countInWords } from '../../i18n/times.js';
import { StateBadge } from '../../ui/state-badge.js';
import classes from './clients.module.css';

/** What the placements of a client come to; every number opens its rows. */
export function ClientCounts({ client }: { readonly client: Client }) {
  const t = useMessages();
  const { placements, ...byState } = client.counts;
  return (
    <>
      <Link to="/placements" search={{ client: client.id }} className={classes['count'] ?? ''}>
        {t.text('words.count.placements', { count: placements })}
      </Link>
      {(['live', 'differs', 'removed'] as const)
        .filter((state) => byState[state] > 0)
        .map((state) => (
          <Link
            key={state}
            to="/placements"
            search={{ client: client.id, state }}
            className={classes['count'] ?? ''}
          >
            <StateBadge state={state} figure={countInWords(byState[state], true, t)} />
          </Link>
        ))}
    </>
  );
}
