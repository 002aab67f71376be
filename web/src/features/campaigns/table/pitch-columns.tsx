import { Link } from '@tanstack/react-router';
import type { Messages } from '../../../i18n/messages.js';
import { dayInWords } from '../../../i18n/times.js';
import { SortHead } from '../../../ui/list-page.js';
import { PersonMark } from '../../../ui/person-mark.js';
import list from '../../../ui/record-list.module.css';
import layout from '../../../ui/record-page.module.css';
import { StateBadge } from '../../../ui/state-badge.js';
import type { Column } from '../../../ui/virtual-table.js';
import { type PitchRow, type PitchSort, pitchName } from '../campaign-views.js';
import classes from '../campaigns.module.css';

interface Options {
  readonly sort: PitchSort;
  readonly onSort: (sort: PitchSort) => void;
  readonly showsCampaign: boolean;
}

/** The columns of the table of pitches: the site first. */
export function pitchColumns(t: Messages, { sort, onSort, showsCampaign }: Options): Column<PitchRow>[] {
  const sortable = (key: PitchSort, word: string) => {
    const sorted = sort === key ? ('ascending' as const) : undefined;
    const next = sort === key ? 'newest' : key;
    return { key, sorted, head: <SortHead word={word} sorted={sorted} onClick={() => onSort(next)} /> };
  };
  const campaign: Column<PitchRow> = {
    key: 'campaign',
    head: t.text('campaigns.one'),
    width: 'minmax(130px, 1.4fr)',
    cell: (row) => (
      <Link to="/campaigns/$id" params={{ id: row.campaignId }}>
        {row.campaignName}
      </Link>
    ),
  };
  return [
    {
      ...sortable('site', t.text('campaigns.column.site')),
      width: 'minmax(170px, 2fr)',
      isRowHead: true,
      cell: (row) => (
        <Link to="/pitches/$id" params={{ id: row.id }} className={list['rowLink'] ?? ''}>
          {pitchName(row)}
        </Link>
      ),
    },
    ...(showsCampaign ? [campaign] : []),
    {
      key: 'contact',
      head: t.text('campaigns.column.contact'),
      width: 'minmax(110px, 1.2fr)',
      cell: (row) =>
        row.contact?.name ?? <span className={classes['quiet']}>{t.text('campaigns.card.noContact')}</span>,
    },
    {
      ...sortable('stage', t.text('campaigns.stage')),
      width: 'minmax(110px, 1fr)',
      cell: (row) => row.stageName,
    },
    {
      key: 'status',
      head: t.text('campaigns.status'),
      width: '128px',
      cell: (row) => <StatusTag row={row} t={t} />,
    },
    {
      ...sortable('next', t.text('campaigns.column.next')),
      width: 'minmax(160px, 2fr)',
      cell: (row) => <NextStep row={row} t={t} />,
    },
    {
      ...sortable('in_stage', t.text('campaigns.column.days')),
      width: '76px',
      cell: (row) => (
        <span
          className={row.isStuck ? classes['late'] : undefined}
          title={row.isStuck ? t.text('campaigns.card.stuck', { count: row.daysInStage }) : undefined}
        >
          {t.text('campaigns.card.days', { count: row.daysInStage })}
        </span>
      ),
    },
    {
      key: 'placement',
      head: t.text('campaigns.column.placement'),
      width: '132px',
      cell: (row) => <Placed row={row} />,
    },
    {
      key: 'assignee',
      head: t.text('campaigns.who.label'),
      width: '84px',
      cell: (row) => <PersonMark name={row.assigneeName} />,
    },
  ];
}

/** A pitch on a small screen. */
export function PitchTableCard({ row, t }: { readonly row: PitchRow; readonly t: Messages }) {
  return (
    <>
      <div className={list['cardTop']}>
        <Link to="/pitches/$id" params={{ id: row.id }} className={list['cardLink'] ?? ''}>
          {pitchName(row)}
        </Link>
        {row.assigneeName !== null && <PersonMark name={row.assigneeName} />}
      </div>
      <div className={list['cardNote']}>
        {row.stageName} · {t.text('campaigns.card.days', { count: row.daysInStage })}
        {row.contact && ` · ${row.contact.name}`}
      </div>
      <div className={list['cardChips']}>
        <StatusTag row={row} t={t} />
        {row.placement !== null && <Placed row={row} />}
        <NextStep row={row} t={t} />
      </div>
    </>
  );
}

interface CellProps {
  readonly row: PitchRow;
  readonly t: Messages;
}

function StatusTag({ row, t }: CellProps) {
  if (row.outcome === null)
    return <span className={layout['tag']}>{t.text(`campaigns.pitchStatus.${row.status}`)}</span>;
  return (
    <span className={layout['tag']} data-tone={row.outcome === 'won' ? 'live' : undefined}>
      {t.text(`campaigns.end.${row.outcome}`)}
    </span>
  );
}

function NextStep({ row, t }: CellProps) {
  if (row.nextStep === '') return <>—</>;
  return (
    <span className={row.isOverdue ? classes['late'] : undefined} title={row.nextStep}>
      {row.nextStepOn !== null && `${dayInWords(row.nextStepOn, t)} · `}
      {row.nextStep}
    </span>
  );
}

function Placed({ row: { placement } }: { readonly row: PitchRow }) {
  if (placement === null) return <>—</>;
  return (
    <StateBadge state={placement.state} rechecking={placement.rechecking} overdue={placement.isOverdue} />
  );
}
