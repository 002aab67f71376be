import { IconAlertTriangle, IconBan, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SiteConflict } from '../api/prospect-views.js';
import { siteConflict } from '../api/site-conflict.js';
import { useScope } from '../app/session/scope.js';
import { useMessages } from '../i18n/messages-provider.js';
import { shortDay } from '../i18n/times.js';
import classes from './conflict-banner.module.css';
import { conflictTone, namedTouches, touchSentence } from './conflict-words.js';
import { RelativeTime } from './relative-time.js';

/** So many touches are told; the others stand on the timeline. */
const TOLD = 3;
const ICONS = { stop: IconBan, warn: IconAlertTriangle, free: IconInfoCircle };

/** The conflict guard of a site, wherever it is opened or picked; nothing when nothing stands in the way. */
export function ConflictBanner({
  siteId,
  clientId,
}: {
  readonly siteId: string;
  /** The client it is picked for; the one chosen on top when it is not said. */
  readonly clientId?: string | undefined;
}) {
  const { filter, client } = useScope();
  const { data } = useQuery(siteConflict(siteId, clientId ?? filter.clientId ?? client?.id));
  return data ? <ConflictNotice conflict={data} /> : null;
}

/** What the guard answered: who was here, for whom, when, with what result, and the sites of the same domain. */
export function ConflictNotice({ conflict }: { readonly conflict: SiteConflict }) {
  const t = useMessages();
  const tone = conflictTone(conflict);
  const lines = linesOf(conflict, t);
  if (lines.length === 0 && conflict.siblings.length === 0) return null;
  const Icon = ICONS[tone];
  return (
    <section className={classes['banner']} data-tone={tone} aria-label={t.text('prospects.conflict.label')}>
      <span className={classes['icon']}>
        <Icon size={18} stroke={1.75} aria-hidden />
      </span>
      <div className={classes['text']}>
        <p className={classes['title']}>{titleOf(conflict, t)}</p>
        {lines.length > 0 && (
          <ul className={classes['lines']}>
            {lines.map(({ key, says }) => (
              <li key={key}>{says}</li>
            ))}
          </ul>
        )}
        {conflict.exempt !== null && conflict.touches.length > 0 && (
          <p className={classes['hint']}>{t.text(`prospects.conflict.exempt.${conflict.exempt}`)}</p>
        )}
        <Siblings conflict={conflict} />
      </div>
    </section>
  );
}

type Words = ReturnType<typeof useMessages>;

function titleOf({ answer, reasons, coolDownDays }: SiteConflict, t: Words): string {
  if (answer === 'free') return t.text('prospects.conflict.free');
  const first = reasons[0] ?? 'contacted_lately';
  const key = `prospects.conflict.reason.${first}`;
  return t.has(key) ? t.text(key, { days: coolDownDays }) : t.text('prospects.conflict.warn');
}

interface Line {
  readonly key: string;
  readonly says: ReactNode;
}

function linesOf(conflict: SiteConflict, t: Words): Line[] {
  const { reasons, suppression, exclusions, ownedBy, lockedUntil, liveLinks } = conflict;
  const touches = namedTouches(conflict);
  const told = touches.slice(0, TOLD).map((touch) => ({
    key: touch.id,
    says: (
      <>
        {touchSentence(touch, t)} · <RelativeTime at={touch.at} />
      </>
    ),
  }));
  return [
    ...(suppression ? [{ key: 'suppression', says: suppressionSays(suppression.reason, t) }] : []),
    ...exclusions.map(({ clientId, clientName, reason }) => ({
      key: `excluded ${clientId}`,
      says: t.text('prospects.conflict.excluded', {
        client: clientName,
        reason: t.text(`prospects.exclusion.${reason}`),
      }),
    })),
    ...(reasons.includes('locked_by_other') && ownedBy !== null && lockedUntil !== null
      ? [
          {
            key: 'lock',
            says: t.text('prospects.lockedUntil', {
              name: ownedBy,
              day: shortDay(new Date(lockedUntil), new Date(), t),
            }),
          },
        ]
      : []),
    ...told,
    ...(touches.length > TOLD
      ? [{ key: 'more', says: t.text('prospects.conflict.more', { count: touches.length - TOLD }) }]
      : []),
    ...liveLinks.map(({ clientId, clientName, count }) => ({
      key: `links ${clientId}`,
      says: t.text('prospects.conflict.links', {
        count,
        client: clientName ?? t.text('prospects.conflict.otherClient'),
      }),
    })),
  ];
}

function suppressionSays(reason: string, t: Words): string {
  const key = `prospects.suppression.${reason}`;
  return t.text('prospects.conflict.suppressed', { reason: t.has(key) ? t.text(key) : reason });
}

function Siblings({ conflict: { siblings } }: { readonly conflict: SiteConflict }) {
  const t = useMessages();
  if (siblings.length === 0) return null;
  return (
    <p className={classes['hint']}>
      {t.text('prospects.conflict.siblings', { count: siblings.length })}{' '}
      {siblings.slice(0, TOLD).map(({ siteId, displayHost, lastTouchAt, memberName }, place) => (
        <span key={siteId}>
          {place > 0 && ' · '}
          <Link to="/sites/$siteId" params={{ siteId }}>
            {displayHost}
          </Link>
          {lastTouchAt !== null && (
            <>
              {' '}
              (<RelativeTime at={lastTouchAt} />
              {memberName !== null && `, ${memberName}`})
            </>
          )}
        </span>
      ))}
    </p>
  );
}
