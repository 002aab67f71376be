import { IconBan, IconCheck, IconHome, IconLink, IconShieldX, IconUsersGroup } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import type { Messages } from '../../../i18n/messages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { shortDay } from '../../../i18n/times.js';
import { namedTouches, touchSentence } from '../../../ui/conflict-words.js';
import type { FoundRow } from './found-rows.js';
import classes from './search.module.css';
import type { Addition, FoundSite } from './web-search-api.js';

interface Mark {
  readonly key: string;
  readonly tone: 'stop' | 'warn' | 'live' | 'plain';
  readonly icon?: ComponentType<{ size?: number; stroke?: number }>;
  readonly says: string;
  /** The prospect it leads to. */
  readonly prospectId?: string;
}

interface Props {
  readonly row: FoundRow;
  readonly clientId: string | undefined;
  /** What became of it just now. */
  readonly addition: Addition | undefined;
  /** What the conflict guard tells stands beside them in full: they leave it out. */
  readonly hasNotice?: boolean;
}

/** What the team knows of a site already, the most serious first, each with a word of its own. */
export function KnownMarks({ row, clientId, addition, hasNotice = false }: Props): ReactNode {
  const t = useMessages();
  if (row.known === undefined) return null;
  const known = hasNotice ? { ...row.known, conflict: null } : row.known;
  const marks = [...additionMarks(addition, t), ...knownMarks(known, clientId, t)];
  if (marks.length === 0 && hasNotice) return null;
  if (marks.length === 0) return <span className={classes['quiet']}>{t.text('prospects.found.new')}</span>;
  return (
    <span className={classes['marks']}>
      {marks.map(({ key, tone, icon: Icon, says, prospectId }) => {
        const inside = (
          <>
            {Icon && <Icon size={14} stroke={1.75} aria-hidden />}
            <span className={classes['markText']}>{says}</span>
          </>
        );
        return prospectId === undefined ? (
          <span key={key} className={classes['mark']} data-tone={tone} data-mark={key} title={says}>
            {inside}
          </span>
        ) : (
          <Link
            key={key}
            to="/prospects/$id"
            params={{ id: prospectId }}
            className={classes['mark'] ?? ''}
            data-tone={tone}
            title={says}
          >
            {inside}
          </Link>
        );
      })}
    </span>
  );
}

/** An addition that was refused says why; one that is there shows as the prospect it is. */
function additionMarks(addition: Addition | undefined, t: Messages): Mark[] {
  if (addition === undefined || addition.outcome === 'already_there') return [];
  if (addition.refusal !== null)
    return [
      {
        key: 'refused',
        tone: 'stop',
        icon: IconBan,
        says: t.text(`prospects.found.refused.${addition.refusal}`),
      },
    ];
  return [
    {
      key: 'added',
      tone: 'live',
      icon: IconCheck,
      says: t.text(`prospects.found.outcome.${addition.outcome}`),
    },
  ];
}

function knownMarks(site: FoundSite, clientId: string | undefined, t: Messages): Mark[] {
  const { prospect, ownBrand, placements } = site;
  return [
    ...(ownBrand
      ? [
          {
            key: 'own',
            tone: 'stop',
            icon: IconHome,
            says: t.text('prospects.found.own', { name: ownBrand.name }),
          } as const,
        ]
      : []),
    ...conflictMarks(site, clientId, t),
    ...(prospect
      ? [
          {
            key: 'prospect',
            tone: 'plain',
            icon: IconUsersGroup,
            says: t.text(
              prospect.archivedAt === null ? 'prospects.found.prospect' : 'prospects.found.archived',
              {
                status: t.text(`prospects.status.${prospect.status}`),
              },
            ),
            prospectId: prospect.id,
          } as const,
        ]
      : []),
    ...touchMarks(site, t),
    ...(placements > 0
      ? [
          {
            key: 'placed',
            tone: 'plain',
            icon: IconLink,
            says: t.text('prospects.found.placements', { count: placements }),
          } as const,
        ]
      : []),
  ];
}

function conflictMarks({ conflict }: FoundSite, clientId: string | undefined, t: Messages): Mark[] {
  if (conflict === null) return [];
  const excluding = conflict.exclusions.filter((one) => clientId === undefined || one.clientId === clientId);
  const clients = new Intl.ListFormat(t.locale).format(excluding.map(({ clientName }) => clientName));
  return [
    ...(conflict.suppression
      ? [{ key: 'stop', tone: 'stop', icon: IconBan, says: t.text('prospects.doNotContact') } as const]
      : []),
    ...(excluding.length > 0
      ? [
          {
            key: 'excluded',
            tone: clientId === undefined ? 'warn' : 'stop',
            icon: IconShieldX,
            says: t.text('prospects.excludedFor', { clients }),
          } as const,
        ]
      : []),
  ];
}

/** Who was there last, for whom, when and with what result. */
function touchMarks({ conflict }: FoundSite, t: Messages): Mark[] {
  const touch = conflict === null ? undefined : namedTouches(conflict)[0];
  if (touch === undefined) return [];
  const day = shortDay(new Date(touch.at), new Date(), t);
  return [
    {
      key: 'touch',
      tone: 'warn',
      says: t.text('prospects.found.touch', { sentence: touchSentence(touch, t), day }),
    },
  ];
}
