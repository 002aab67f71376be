import { ActionIcon, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link as RouteLink } from '@tanstack/react-router';
import type { Messages } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayInWords } from '../../../i18n/times.js';
import { addressInWords, pathInWords } from '../../../ui/address-text.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { toast, toastProblem } from '../../../ui/undo-toast.js';
import { WebAddress } from '../../../ui/web-address.js';
import { LinkBadge } from '../link-badge.js';
import type { Link } from '../relationship-views.js';
import classes from '../relationships.module.css';
import { refreshRelationships, relationshipActs } from '../relationships-api.js';

/** One page that links to another: how it stands, since when, with which words, and who saw it. */
export function LinkCard({ link, mayWrite }: { readonly link: Link; readonly mayWrite: boolean }) {
  const t = useMessages();
  // A page of ours is named by its path where it is the target, as on every other list.
  const target = link.direction === 'to_us' ? pathInWords(link.targetUrl) : addressInWords(link.targetUrl);
  return (
    <li className={classes['link']}>
      <div className={classes['linkTop']}>
        <LinkBadge link={link} />
        <span className={classes['linkEnd']}>
          {link.firstSeenOn && (
            <Tooltip label={t.text('relationships.link.firstSeen')}>
              <span>{dayInWords(link.firstSeenOn, t)}</span>
            </Tooltip>
          )}
          {mayWrite && link.seenBy.includes('hand') && <RemoveLink link={link} />}
        </span>
      </div>
      <WebAddress url={link.sourceUrl} className={classes['source']} />
      <div className={classes['target']}>
        {'→ '}
        <WebAddress url={link.targetUrl} text={target} />
        {wordsOf(link, t).map((part) => ` · ${part}`)}
      </div>
      <div className={classes['seen']}>
        <SeenBy link={link} />
      </div>
    </li>
  );
}

/** The anchor in quotes, the rel when it is not plain follow, whether it stands on every page. */
function wordsOf(link: Link, t: Messages): string[] {
  const words = link.anchors.length > 0 ? link.anchors : link.anchor === null ? [] : [link.anchor];
  const named = words.filter((word) => word !== '').map((word) => `“${word}”`);
  return [
    ...(named.length > 0 ? [new Intl.ListFormat(t.locale).format(named)] : []),
    ...(link.isImage ? [t.text('relationships.link.image')] : []),
    ...(link.rel ? [link.rel] : []),
    ...(link.isSitewide ? [t.text('relationships.link.sitewide')] : []),
  ];
}

function SeenBy({ link }: { readonly link: Link }) {
  const t = useMessages();
  const by = new Intl.ListFormat(t.locale).format(
    link.seenBy.map((source) => t.text(`relationships.seenBy.${source}`)),
  );
  return (
    <>
      {by}
      {link.lastSeenAt && (
        <>
          {' · '}
          {t.rich('relationships.link.lastSeen', { time: <RelativeTime at={link.lastSeenAt} /> })}
        </>
      )}
      {link.lostAt && (
        <>
          {' · '}
          {t.rich('relationships.link.lost', { time: <RelativeTime at={link.lostAt} /> })}
        </>
      )}
      {link.placementId && (
        <>
          {' · '}
          <RouteLink to="/placements/$id" params={{ id: link.placementId }}>
            {t.text('relationships.link.placement')}
          </RouteLink>
        </>
      )}
    </>
  );
}

function RemoveLink({ link }: { readonly link: Link }) {
  const t = useMessages();
  const queries = useQueryClient();
  const label = t.text('relationships.link.remove');
  const remove = () =>
    relationshipActs
      .removeLink(link.id)
      .then(
        () => toast(t.text('relationships.link.removed')),
        (error: unknown) => toastProblem(t, error),
      )
      .finally(() => void refreshRelationships(queries));
  return (
    <Tooltip label={label}>
      <ActionIcon size={24} aria-label={label} onClick={() => void remove()}>
        <IconTrash size={14} stroke={1.75} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
