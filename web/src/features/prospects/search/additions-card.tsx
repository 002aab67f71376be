import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n/messages-provider.js';
import { FloatingCard } from '../../../ui/list-page.js';
import classes from './search.module.css';
import type { Addition } from './web-search-api.js';

interface Props {
  readonly additions: readonly Addition[];
  readonly isUndoable: boolean;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** What became of every site that was to be added, those that were not first. */
export function AdditionsCard({ additions, isUndoable, onUndo, onClose }: Props) {
  const t = useMessages();
  const of = (...outcomes: readonly Addition['outcome'][]) =>
    additions.filter(({ outcome }) => outcomes.includes(outcome));
  return (
    <FloatingCard label={t.text('prospects.found.result')} onClose={onClose}>
      <b role="status">
        {t.text('prospects.found.summary', {
          added: of('added', 'restored').length,
          there: of('already_there').length,
          refused: of('refused').length,
        })}
      </b>
      <ul className={classes['outcomes']}>
        {[...of('refused'), ...of('already_there'), ...of('restored', 'added')].map((one) => (
          <li key={one.address} className={classes['outcome']}>
            {one.prospectId === null ? (
              <span>{one.displayHost ?? one.address}</span>
            ) : (
              <Link to="/prospects/$id" params={{ id: one.prospectId }}>
                {one.displayHost ?? one.address}
              </Link>
            )}
            <span className={classes['quiet']}>
              {t.text(
                one.refusal === null
                  ? `prospects.found.outcome.${one.outcome}`
                  : `prospects.found.refused.${one.refusal}`,
              )}
            </span>
          </li>
        ))}
      </ul>
      {isUndoable && (
        <Button variant="default" onClick={onUndo}>
          {t.text('app.undo')}
        </Button>
      )}
    </FloatingCard>
  );
}
