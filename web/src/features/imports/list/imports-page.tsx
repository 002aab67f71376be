import { Button, Skeleton } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ImportRow } from '../../../api/import-views.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import classes from '../imports.module.css';
import { importList } from '../imports-api.js';

/** All imports, newest first. */
export function ImportsPage() {
  const t = useMessages();
  const list = useInfiniteQuery(importList());
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page>
      <PageHeader title={t.text('imports.title')} />
      {list.error && <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton height={200} radius="lg" />}
      {list.data && rows.length === 0 && <EmptyState sentence={t.text('imports.empty')} action={<Begin />} />}
      {rows.length > 0 && (
        <>
          <div className={classes['bar']}>
            <Begin />
          </div>
          <Panel flush>
            <Table rows={rows} />
          </Panel>
        </>
      )}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t.text('imports.older')}
        </Button>
      )}
    </Page>
  );
}

function Begin() {
  const t = useMessages();
  if (!useMay('write')) return null;
  return (
    <Button
      leftSection={<IconUpload size={16} stroke={1.75} aria-hidden />}
      renderRoot={(props) => <Link to="/imports/new" {...props} />}
    >
      {t.text('imports.new')}
    </Button>
  );
}

function Table({ rows }: { readonly rows: readonly ImportRow[] }) {
  const t = useMessages();
  return (
    <div className={classes['scroll']}>
      <table className={`${classes['table']} ${classes['stack']}`}>
        <thead>
          <tr>
            <th scope="col">{t.text('imports.list.file')}</th>
            <th scope="col">{t.text('imports.list.content')}</th>
            <th scope="col">{t.text('imports.list.state')}</th>
            <th scope="col">{t.text('imports.list.rows')}</th>
            <th scope="col">{t.text('imports.list.when')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to="/imports/$id" params={{ id: row.id }}>
                  {row.fileName}
                </Link>
              </th>
              <td>
                {t.text(`imports.content.${row.content}`)}
                {row.formatName && <div className={classes['quiet']}>{row.formatName}</div>}
              </td>
              <td>{t.text(`imports.state.${row.state}`)}</td>
              <td>
                <Counts row={row} />
              </td>
              <td>
                <RelativeTime at={row.createdAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const KINDS = ['created', 'changed', 'duplicate', 'skipped', 'bad'] as const;

/** What became of the rows, those there are; before anything was read how many the file has. */
function Counts({ row: { counts } }: { readonly row: ImportRow }) {
  const t = useMessages();
  const words = KINDS.filter((kind) => counts[kind] > 0).map((kind) =>
    t.text(`imports.list.${kind}`, { count: counts[kind] }),
  );
  return (
    <>{words.length > 0 ? words.join(' · ') : t.text('imports.columns.rows', { count: counts.total })}</>
  );
}
