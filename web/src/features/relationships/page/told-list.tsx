import { IconMessage, IconMessageOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Messages } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords, dayInWords } from '../../../i18n/times.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import badge from '../../../ui/state-badge.module.css';
import type { RelationshipDetail, ToldSite } from '../relationship-views.js';
import classes from '../relationships.module.css';
import { toolInWords } from '../told-words.js';
import { ImportLinks } from './no-links.js';

/** What tools say of the whole site, each with its own word and day. These are no links: their pages are not known. */
export function ToldList({ relationship }: { readonly relationship: RelationshipDetail }) {
  const t = useMessages();
  const { arrows, displayHost, toldBy } = relationship;
  return (
    <>
      <ul className={classes['links']} aria-label={t.text('relationships.told.title')}>
        {toldBy.map((site) => (
          <li key={`${site.source} ${site.host}`} className={classes['link']}>
            <div className={classes['linkTop']}>
              <ToldBadge site={site} />
              <span className={classes['linkEnd']}>{dayInWords(site.asOf, t)}</span>
            </div>
            <div>{sentenceOf(site, displayHost, t)}</div>
            <div className={classes['seen']}>
              <Since site={site} />
              <Link to="/imports/$id" params={{ id: site.importId }}>
                {t.text('relationships.told.import')}
              </Link>
            </div>
          </li>
        ))}
      </ul>
      {arrows.toUs !== 'linked' && (
        <div className={classes['unknown']}>
          <p>{t.text('relationships.told.pages')}</p>
          <ImportLinks />
        </div>
      )}
    </>
  );
}

function ToldBadge({ site: { state } }: { readonly site: ToldSite }) {
  const t = useMessages();
  const Icon = state === 'live' ? IconMessage : IconMessageOff;
  return (
    <span className={badge['badge']} data-tone="waiting">
      <Icon size={14} stroke={1.75} aria-hidden />
      {t.text(`relationships.told.state.${state}`)}
    </span>
  );
}

/** "Ahrefs tells of 12 links from this site, 8 of them followed; the pages are not known." */
function sentenceOf(site: ToldSite, displayHost: string, t: Messages): string {
  const { followLinks, host, links, source, state } = site;
  const words = {
    tool: toolInWords(source, t),
    host: host === displayHost ? 'same' : host,
    count: links ?? -1,
    links: countInWords(links ?? 0, true, t),
    follow: followLinks === null ? 'unknown' : countInWords(followLinks, true, t),
  };
  return t.text(`relationships.told.${state}`, words);
}

function Since({ site }: { readonly site: ToldSite }) {
  const t = useMessages();
  const { firstSeenOn, lastSeenAt, lostAt, lostReason } = site;
  return (
    <>
      {firstSeenOn && (
        <>
          {t.text('relationships.told.firstSeen', { day: dayInWords(firstSeenOn, t) })}
          {' · '}
        </>
      )}
      {lastSeenAt && (
        <>
          {t.rich('relationships.link.lastSeen', { time: <RelativeTime at={lastSeenAt} /> })}
          {' · '}
        </>
      )}
      {lostAt && (
        <>
          {t.rich('relationships.link.lost', { time: <RelativeTime at={lostAt} /> })}
          {lostReason === 'not_in_export' && `, ${t.text('relationships.told.notNamed')}`}
          {' · '}
        </>
      )}
    </>
  );
}
