import {
  IconBan,
  IconCheck,
  IconHome,
  IconLink,
  IconLock,
  IconMessage,
  IconShieldX,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { additionMark, type FoundMark, knownMarks } from './found-marks.js';
import type { FoundRow } from './found-rows.js';
import classes from './search.module.css';
import type { Addition } from './web-search-api.js';

const ICONS = {
  refused: IconBan,
  added: IconCheck,
  own: IconHome,
  suppressed: IconBan,
  excluded: IconShieldX,
  prospect: IconUsersGroup,
  held: IconLock,
  touch: IconMessage,
  links: IconLink,
} as const satisfies Readonly<Record<FoundMark['kind'], unknown>>;

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
  const seen = { clientId, now: new Date(), t };
  const known = hasNotice ? { ...row.known, conflict: null } : row.known;
  const fresh = addition === undefined ? null : additionMark(addition, seen);
  const marks = [...(fresh === null ? [] : [fresh]), ...knownMarks(known, seen)];
  if (marks.length === 0 && hasNotice) return null;
  if (marks.length === 0) return <Unmarked siteId={row.known.siteId} />;
  return (
    <span className={classes['marks']}>
      {marks.map((mark) => (
        <Mark key={mark.kind} mark={mark} />
      ))}
    </span>
  );
}

function Mark({ mark: { kind, tone, says, prospectId } }: { readonly mark: FoundMark }) {
  const Icon = ICONS[kind];
  const look = { className: classes['mark'] ?? '', 'data-tone': tone, 'data-mark': kind, title: says };
  const inside = (
    <>
      <Icon size={14} stroke={1.75} aria-hidden />
      <span className={classes['markText']}>{says}</span>
    </>
  );
  if (prospectId === undefined) return <span {...look}>{inside}</span>;
  return (
    <Link to="/prospects/$id" params={{ id: prospectId }} {...look}>
      {inside}
    </Link>
  );
}

/** Nothing to warn of: the site is new, or known without being a prospect. */
function Unmarked({ siteId }: { readonly siteId: string | null }) {
  const t = useMessages();
  if (siteId === null) return <span className={classes['quiet']}>{t.text('prospects.found.new')}</span>;
  return (
    <Link to="/sites/$siteId" params={{ siteId }} className={classes['quiet'] ?? ''}>
      {t.text('prospects.found.knownSite')}
    </Link>
  );
}
