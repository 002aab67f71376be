import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { ListRow } from '../../ui/list-row.js';
import { RelativeTime } from '../../ui/relative-time.js';
import classes from './courtesy.module.css';
import type { Suppression } from './courtesy-api.js';
import { LiftDialog } from './lift-dialog.js';

/** One entry: whom it names, why, where it comes from, what it rests on, and for whom it holds. */
export function EntryRow({ item }: { readonly item: Suppression }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const mayManage = useMay('manage');
  const [isLifting, setLifting] = useState(false);
  const unnamed = t.text(item.source === 'erasure' ? 'courtesy.erased' : 'courtesy.hashOnly');
  const name = item.displayHost ?? item.address ?? unnamed;
  const mayLift = item.liftNeedsManager ? mayManage : mayWrite;
  return (
    <ListRow
      title={
        item.siteId === null ? (
          name
        ) : (
          <Link to="/sites/$siteId" params={{ siteId: item.siteId }}>
            {name}
          </Link>
        )
      }
      note={
        <>
          {t.text(`courtesy.reason.${item.reason}`)} · {t.text(`courtesy.source.${item.source}`)} ·{' '}
          <RelativeTime at={item.createdAt} />
          {item.createdByName !== null && ` · ${item.createdByName}`}
          {item.clientName !== null && ` · ${t.text('courtesy.onlyFor', { client: item.clientName })}`}
          {item.evidence !== '' && <p className={classes['evidence']}>“{item.evidence}”</p>}
          {item.note !== '' && <p className={classes['evidence']}>{item.note}</p>}
        </>
      }
    >
      {mayLift && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t.text('courtesy.lift.of', { name })}
          onClick={() => setLifting(true)}
        >
          {t.text('courtesy.lift.open')}
        </Button>
      )}
      {isLifting && <LiftDialog item={item} name={name} onClose={() => setLifting(false)} />}
    </ListRow>
  );
}
