import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../../i18n/messages-provider.js';
import { AddressLink } from '../../ui/address-link.js';
import { ListRow, Rows } from '../../ui/list-row.js';
import { Panel } from '../../ui/page.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { StateBadge } from '../../ui/state-badge.js';
import classes from './team.module.css';
import { lostThisWeek, type TeamFigure } from './team-api.js';

interface Props {
  readonly lost: TeamFigure;
  readonly clientId: string | undefined;
}

/** The placements that were lost in the last seven days, the latest first. */
export function LostList({ lost, clientId }: Props) {
  const t = useMessages();
  const list = useQuery(lostThisWeek(clientId));
  const title = t.text('team.lost');
  const rows = list.data?.items ?? [];
  return (
    <Panel
      flush
      title={title}
      aside={
        lost.count > 0 && (
          <AddressLink address={lost.address} label={t.text('team.lostAll', { count: lost.count })}>
            {t.text('team.all', { count: lost.count })}
          </AddressLink>
        )
      }
    >
      {rows.length === 0 && <p className={classes['empty']}>{t.text('team.noneLost')}</p>}
      {rows.length > 0 && (
        <Rows label={title}>
          {rows.map((row) => (
            <ListRow
              key={row.id}
              title={
                <Link to="/placements/$id" params={{ id: row.id }} preload="intent">
                  {row.sourceHost}
                </Link>
              }
              note={[row.targetPath, row.brandName, ...(row.ownerName ? [row.ownerName] : [])].join(' · ')}
            >
              <StateBadge state={row.state} rechecking={row.rechecking} overdue={row.overdue} />
              <RelativeTime at={row.stateSince} />
            </ListRow>
          ))}
        </Rows>
      )}
    </Panel>
  );
}
