import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ImportedRow, ImportOutcome } from '../../../api/import-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useFieldName } from '../field-names.js';
import classes from '../imports.module.css';
import { importRows } from '../imports-api.js';

/** The rows of one outcome in the order of the file, page after page. */
export function OutcomeTable({ id, outcome }: { readonly id: string; readonly outcome: ImportOutcome }) {
  const t = useMessages();
  const list = useInfiniteQuery(importRows(id, outcome));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.error) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (list.isPending) return <Skeleton height={72} />;
  if (rows.length === 0) return null;
  const isNamed = rows.some(({ label }) => label !== null);
  const isBad = outcome === 'bad';
  return (
    <>
      <div className={classes['scroll']}>
        <table className={`${classes['table']} ${classes['rows']} ${classes['stack']}`}>
          <caption className="only-read">{t.text(`imports.outcome.${outcome}`)}</caption>
          <thead>
            <tr>
              <th scope="col">{t.text('imports.row.line')}</th>
              {isNamed && <th scope="col">{t.text('imports.row.about')}</th>}
              {isBad && <th scope="col">{t.text('imports.row.field')}</th>}
              <th scope="col">{t.text('imports.row.why')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.rowNo} row={row} isNamed={isNamed} isBad={isBad} />
            ))}
          </tbody>
        </table>
      </div>
      {list.hasNextPage && (
        <div className={classes['more']}>
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t.text('imports.row.more')}
          </Button>
        </div>
      )}
    </>
  );
}

interface RowProps {
  readonly row: ImportedRow;
  /** Whether there are columns for what rows are about, and for the columns of the file. */
  readonly isNamed: boolean;
  readonly isBad: boolean;
}

/** One row; a bad one says everything that is wrong with it, a line for each. */
function Row({ row, isNamed, isBad }: RowProps) {
  const t = useMessages();
  const nameOf = useFieldName();
  const faults = row.faults.map(({ columnName, field, code, message }) => ({
    key: `${columnName ?? ''} ${field ?? ''} ${code}`,
    column: columnName ?? (field === null ? t.text('imports.row.whole') : nameOf(field)),
    message,
  }));
  return (
    <tr>
      <th scope="row">
        <span className={classes['narrowOnly']} aria-hidden>
          {t.text('imports.row.line')}{' '}
        </span>
        {row.lineNo}
      </th>
      {isNamed && (
        <td className={classes['about']}>
          <About row={row} />
        </td>
      )}
      {isBad && (
        <td className={classes['column']}>
          {faults.map(({ key, column }) => (
            <div key={key}>{column}</div>
          ))}
        </td>
      )}
      <td>
        {faults.length === 0 && t.text(`imports.outcomeOf.${row.outcome}`)}
        {faults.map(({ key, message }) => (
          <div key={key}>{message}</div>
        ))}
      </td>
    </tr>
  );
}

function About({ row: { subjectKind, subjectId, label } }: { readonly row: ImportedRow }) {
  const t = useMessages();
  const words = label ?? t.text('imports.row.open');
  if (subjectId === null) return <>{label ?? '—'}</>;
  const params = { id: subjectId };
  if (subjectKind === 'placement')
    return (
      <Link to="/placements/$id" params={params}>
        {words}
      </Link>
    );
  if (subjectKind === 'prospect')
    return (
      <Link to="/prospects/$id" params={params}>
        {words}
      </Link>
    );
  if (subjectKind === 'contact')
    return (
      <Link to="/contacts/$id" params={params}>
        {words}
      </Link>
    );
  return <>{label ?? '—'}</>;
}
