import { Button, Select, Skeleton, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { withoutNothing } from '../../../ui/address-words.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import classes from '../sequences.module.css';
import { kindNames, type SequenceRow, sequenceList } from '../sequences-api.js';
import { SequenceDialog } from './sequence-dialog.js';

const route = getRouteApi('/frame/sequences');

/** All sequences with how many pitches follow them. */
export function SequencesPage() {
  const t = useMessages();
  const mayWrite = useMay('write');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(sequenceList(search));
  const { data: kinds = [] } = useQuery(kindNames);
  const narrow = (change: { kind?: string | undefined; archived?: boolean | undefined }) =>
    void navigate({ search: withoutNothing({ ...search, ...change }), replace: true });
  const items = data?.items ?? [];
  const toApprove = items.reduce((sum, { awaitingApproval }) => sum + awaitingApproval, 0);
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => setAdding(true)}>
      {t.text('sequences.add')}
    </Button>
  );
  return (
    <Page>
      <PageHeader
        title={t.text('sequences.title')}
        note={data && t.text('sequences.count', { count: items.length })}
      />
      <div className={classes['bar']} role="toolbar" aria-label={t.text('sequences.bar')}>
        <Select
          aria-label={t.text('sequences.kind')}
          placeholder={t.text('sequences.everyKind')}
          clearable
          data={kinds.map(({ key, name }) => ({ value: key, label: name }))}
          value={search.kind ?? null}
          onChange={(kind) => narrow({ kind: kind ?? undefined })}
        />
        <Switch
          label={t.text('sequences.archivedOnes')}
          checked={search.archived === true}
          onChange={(event) => narrow({ archived: event.currentTarget.checked || undefined })}
        />
        <div className={classes['barEnd']}>
          <Button variant="default" component={Link} to="/sequences/approvals">
            {t.text('sequences.approvals')}
            {toApprove > 0 && ` (${toApprove})`}
          </Button>
          {add}
        </div>
      </div>
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={280} radius="lg" />}
      {data && items.length === 0 && (
        <EmptyState
          sentence={t.text(Object.keys(search).length > 0 ? 'sequences.noneFits' : 'sequences.none')}
          action={add}
        />
      )}
      {items.length > 0 && (
        <Panel flush>
          <Rows label={t.text('sequences.title')}>
            {items.map((row) => (
              <Row key={row.id} row={row} kind={kinds.find(({ key }) => key === row.kind)?.name} />
            ))}
          </Rows>
        </Panel>
      )}
      {isAdding && <SequenceDialog kind={search.kind ?? null} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Row({ row, kind }: { readonly row: SequenceRow; readonly kind: string | undefined }) {
  const t = useMessages();
  const parts = [
    kind ?? t.text('sequences.anyKind'),
    t.text('sequences.mails', { count: row.mails }),
    ...(row.tasks > 0 ? [t.text('sequences.tasks', { count: row.tasks })] : []),
    t.text(`sequences.locales.${row.locale}`),
    ...(row.clientName ? [row.clientName] : []),
  ];
  return (
    <ListRow
      title={
        <Link to="/sequences/$id" params={{ id: row.id }}>
          {row.name}
        </Link>
      }
      note={parts.join(' · ')}
    >
      <span className={classes['quiet']}>
        {t.text('sequences.running', { count: row.running })}
        {row.paused > 0 && ` · ${t.text('sequences.paused', { count: row.paused })}`}
        {row.awaitingApproval > 0 && ` · ${t.text('sequences.toApprove', { count: row.awaitingApproval })}`}
      </span>
    </ListRow>
  );
}
