import { Link } from '@tanstack/react-router';
import type { Messages } from '../../../i18n/messages.js';
import { countInWords, dayInWords } from '../../../i18n/times.js';
import { PersonMark } from '../../../ui/person-mark.js';
import list from '../../../ui/record-list.module.css';
import layout from '../../../ui/record-page.module.css';
import type { Column } from '../../../ui/virtual-table.js';
import type { CampaignKind, CampaignRow } from '../campaign-views.js';
import classes from '../campaigns.module.css';
import { FunnelBar } from './funnel-bar.js';

interface Options {
  readonly kinds: readonly CampaignKind[];
  readonly onPrefetch: (id: string) => void;
}

/** "7 of 8", or how many alone where nothing was agreed. */
export function deliveredWords(row: CampaignRow, t: Messages): string {
  const delivered = countInWords(row.deliveredThisMonth, true, t);
  if (row.agreedPerMonth === null) return delivered;
  return t.text('campaigns.deliveredOf', { delivered, agreed: countInWords(row.agreedPerMonth, true, t) });
}

/** "23 %", or a dash while nothing is decided. */
export function wonWords({ wonCount, decidedCount }: CampaignRow, t: Messages): string {
  if (decidedCount === 0) return '—';
  return t.text('campaigns.share', { share: Math.round((100 * wonCount) / decidedCount) });
}

/** The columns of the list of campaigns: one line each, with a bar of where its pitches stand. */
export function campaignColumns(t: Messages, { kinds, onPrefetch }: Options): Column<CampaignRow>[] {
  return [
    {
      key: 'name',
      head: t.text('campaigns.column.name'),
      width: 'minmax(200px, 3fr)',
      isRowHead: true,
      cell: (row) => (
        <span className={classes['nameCell']}>
          <Link
            to="/campaigns/$id"
            params={{ id: row.id }}
            className={list['rowLink'] ?? ''}
            onMouseEnter={() => onPrefetch(row.id)}
            onFocus={() => onPrefetch(row.id)}
          >
            {row.name}
          </Link>
          <CampaignStatusTag row={row} t={t} />
        </span>
      ),
    },
    {
      key: 'kind',
      head: t.text('campaigns.column.kind'),
      width: '150px',
      cell: (row) => kindName(row.kind, kinds),
    },
    {
      key: 'brand',
      head: t.text('campaigns.column.brand'),
      width: 'minmax(110px, 1.2fr)',
      cell: (row) => <span title={row.clientName}>{row.brandName}</span>,
    },
    {
      key: 'funnel',
      head: t.text('campaigns.column.funnel'),
      width: 'minmax(160px, 2fr)',
      cell: (row) => <FunnelBar campaign={row} />,
    },
    {
      key: 'pitches',
      head: t.text('campaigns.pitches'),
      width: '76px',
      cell: (row) => countInWords(row.pitchCount, true, t),
    },
    {
      key: 'delivered',
      head: t.text('campaigns.column.delivered'),
      width: '108px',
      cell: (row) => deliveredWords(row, t),
    },
    { key: 'won', head: t.text('campaigns.column.won'), width: '64px', cell: (row) => wonWords(row, t) },
    {
      key: 'ends',
      head: t.text('campaigns.column.ends'),
      width: '108px',
      cell: (row) => (row.endsOn === null ? '—' : dayInWords(row.endsOn, t)),
    },
    {
      key: 'owner',
      head: t.text('campaigns.column.owner'),
      width: '68px',
      cell: (row) => <PersonMark name={row.ownerName} />,
    },
  ];
}

/** A running campaign needs no word; the others say what they are. */
function CampaignStatusTag({ row, t }: { readonly row: CampaignRow; readonly t: Messages }) {
  if (row.status === 'running') return null;
  return <span className={layout['tag']}>{t.text(`campaigns.campaignStatus.${row.status}`)}</span>;
}

function kindName(key: string, kinds: readonly CampaignKind[]): string {
  return kinds.find((kind) => kind.key === key)?.name ?? key;
}

/** A campaign on a small screen. */
export function CampaignCard({
  row,
  t,
  kinds,
}: {
  readonly row: CampaignRow;
  readonly t: Messages;
  readonly kinds: readonly CampaignKind[];
}) {
  return (
    <>
      <div className={list['cardTop']}>
        <Link to="/campaigns/$id" params={{ id: row.id }} className={list['cardLink'] ?? ''}>
          {row.name}
        </Link>
        {row.ownerName !== null && <PersonMark name={row.ownerName} />}
      </div>
      <div className={list['cardNote']}>
        {kindName(row.kind, kinds)} · {row.brandName}
      </div>
      <FunnelBar campaign={row} />
      <div className={list['cardChips']}>
        <CampaignStatusTag row={row} t={t} />
        <span className={classes['quiet']}>
          {t.text('campaigns.sentence.pitches', {
            count: row.pitchCount,
            figure: countInWords(row.pitchCount, true, t),
          })}
          {' · '}
          {row.agreedPerMonth === null
            ? t.text('campaigns.sentence.delivered', { count: row.deliveredThisMonth })
            : t.text('campaigns.sentence.deliveredOf', {
                delivered: countInWords(row.deliveredThisMonth, true, t),
                agreed: countInWords(row.agreedPerMonth, true, t),
              })}
        </span>
      </div>
    </>
  );
}
