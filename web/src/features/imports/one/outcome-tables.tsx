import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ImportedRow, ImportOutcome, ImportView } from '../../../api/import-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import classes from '../imports.module.css';
import { errorsAddress, importRows } from '../imports-api.js';

/** The rows that did not become placements, each with its line and why. */
export function OutcomeTables({ made }: { readonly made: ImportView }) {
  const { bad, duplicate } = made.counts;
  return (
    <>
      {bad > 0 && <OutcomeTable id={made.id} outcome="bad" />}
      {duplicate > 0 && <OutcomeTable id={made.id} outcome="duplicate" />}
      {duplicate > 0 && <OutcomeTable id={made.id} outcome="duplicate_in_file" />}
      {made.state === 'undone' && <OutcomeTable id={made.id} outcome="kept" />}
    </>
  );
}

function OutcomeTable({ id, outcome }: { readonly id: string; readonly outcome: ImportOutcome }) {
  const t = useMessages();
  const list = useInfiniteQuery(importRows(id, outcome));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.error) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0) return null;
  return (
    <Panel
      title={t.text(`imports.outcome.${outcome}`)}
      aside={outcome === 'bad' && <Download id={id} />}
      flush
    >
      <div className={classes['scroll']}>
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">{t.text('imports.row.line')}</th>
              {outcome === 'bad' && <th scope="col">{t.text('imports.row.field')}</th>}
              <th scope="col">{t.text('imports.row.why')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.rowNo} row={row} outcome={outcome} />
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
    </Panel>
  );
}

function Row({ row, outcome }: { readonly row: ImportedRow; readonly outcome: ImportOutcome }) {
  const t = useMessages();
  return (
    <tr>
      <th scope="row">{row.lineNo}</th>
      {outcome === 'bad' && <td>{row.field === null ? '—' : t.text(`imports.field.${row.field}`)}</td>}
      <td>
        {row.message ?? t.text(`imports.outcomeOf.${outcome}`)}{' '}
        {row.placementId !== null && (
          <Link to="/placements/$id" params={{ id: row.placementId }}>
            {t.text('imports.row.open')}
          </Link>
        )}
      </td>
    </tr>
  );
}

function Download({ id }: { readonly id: string }) {
  const t = useMessages();
  return (
    <Button
      variant="default"
      size="compact-sm"
      component="a"
      href={errorsAddress(id)}
      download
      leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
    >
      {t.text('imports.row.download')}
    </Button>
  );
}
