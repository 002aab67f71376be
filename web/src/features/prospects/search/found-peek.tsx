import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { SiteConflict } from '../../../api/prospect-views.js';
import { useKeys } from '../../../app/keys/keys-provider.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ConflictNotice } from '../../../ui/conflict-banner.js';
import { PeekFrame } from '../../../ui/list-page.js';
import { WebAddress } from '../../../ui/web-address.js';
import type { FoundRow } from './found-rows.js';
import { KnownMarks } from './known-marks.js';
import classes from './search.module.css';
import type { Addition } from './web-search-api.js';

interface Props {
  readonly row: FoundRow;
  readonly clientId: string | undefined;
  readonly addition: Addition | undefined;
  readonly onAdd: () => void;
  readonly onClose: () => void;
}

/** A site that was found, beside the list: all its pages that came up, and everything the team knows of it. */
export function FoundPeek({ row, clientId, addition, onAdd, onClose }: Props) {
  const t = useMessages();
  useKeys([{ keys: 'Escape', label: t.text('prospects.keys.closePeek'), run: onClose }]);
  const { known } = row;
  const conflict = known?.conflict ?? null;
  const hasNotice = conflict !== null && hasSomethingToSay(conflict);
  return (
    <PeekFrame
      label={t.text('prospects.found.peek')}
      onClose={onClose}
      lead={<Lead row={row} onAdd={onAdd} />}
    >
      <h2 className={classes['peekTitle']}>{row.displayHost}</h2>
      <KnownMarks row={row} clientId={clientId} addition={addition} hasNotice={hasNotice} />
      {hasNotice && <ConflictNotice conflict={conflict} />}
      {known !== undefined && known.placements > 0 && (
        <Link to="/placements" search={{ q: row.displayHost }}>
          {t.text('prospects.found.seePlacements', { count: known.placements })}
        </Link>
      )}
      <ul
        className={classes['pages']}
        aria-label={t.text('prospects.found.pages', { count: row.pages.length })}
      >
        {row.pages.map(({ url, title, description }) => (
          <li key={url} className={classes['page']}>
            <b>{title}</b>
            <WebAddress url={url} className={classes['address']} />
            {description !== '' && <span>{description}</span>}
          </li>
        ))}
      </ul>
    </PeekFrame>
  );
}

/** Whether the guard has a line to tell of a site, be it only whom another client excludes. */
function hasSomethingToSay({ answer, touches, exclusions, siblings }: SiteConflict): boolean {
  return answer === 'warn' || touches.length + exclusions.length + siblings.length > 0;
}

/** The one thing to do: open the prospect it is, or make it one. */
function Lead({ row: { known }, onAdd }: Pick<Props, 'row' | 'onAdd'>) {
  const t = useMessages();
  const prospect = known?.prospect ?? null;
  if (prospect !== null && prospect.archivedAt === null) {
    return (
      <Button
        variant="default"
        autoFocus
        renderRoot={(props) => <Link to="/prospects/$id" params={{ id: prospect.id }} {...props} />}
      >
        {t.text('prospects.open')}
      </Button>
    );
  }
  return (
    <Button autoFocus leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={onAdd}>
      {t.text('prospects.found.addOne')}
    </Button>
  );
}
