import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AnswerOf } from '../../api/views.js';
import type { MessageKey } from '../../i18n/messages.js';
import { formatTag } from '../../i18n/messages.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { Facts } from '../../ui/page.js';
import classes from './deliverability.module.css';

type View = AnswerOf<'/api/v1/deliverability'>;
type Line = View['items'][number];
type Figures = View['all'];
type Group = 'mailbox' | 'template';

interface Column {
  readonly key: string;
  readonly head: MessageKey;
  readonly count: (line: Figures) => number;
  /** The share beside the count; absent where a share would say nothing. */
  readonly share?: (line: Figures) => number | null;
  readonly isBad?: true;
}

const COLUMNS: readonly Column[] = [
  { key: 'sent', head: 'deliverability.sent', count: ({ sent }) => sent },
  {
    key: 'bounced',
    head: 'deliverability.bounced',
    count: ({ bouncedHard, bouncedSoft }) => bouncedHard + bouncedSoft,
    share: ({ shares }) => shares.bounced,
    isBad: true,
  },
  {
    key: 'replies',
    head: 'deliverability.replies',
    count: ({ replies }) => replies,
    share: ({ shares }) => shares.replied,
  },
  { key: 'auto', head: 'deliverability.autoReplies', count: ({ autoReplies }) => autoReplies },
  {
    key: 'optOuts',
    head: 'deliverability.optOuts',
    count: ({ optOuts }) => optOuts,
    share: ({ shares }) => shares.optedOut,
    isBad: true,
  },
  {
    key: 'complaints',
    head: 'deliverability.complaints',
    count: ({ complaints }) => complaints,
    share: ({ shares }) => shares.complained,
    isBad: true,
  },
  { key: 'doubts', head: 'deliverability.doubts', count: ({ doubts }) => doubts, isBad: true },
];

interface Shown {
  readonly key: string;
  readonly name: ReactNode;
  readonly line: Figures;
  readonly isSum: boolean;
}

/** A line for each mailbox or template; on a small screen a card. */
export function FigureTable({ view, by }: { readonly view: View; readonly by: Group }) {
  const t = useMessages();
  const isSmall = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  const shown: Shown[] = view.items.map((line) => ({
    key: line.id ?? 'none',
    name: <Name line={line} by={by} />,
    line,
    isSum: false,
  }));
  if (shown.length > 1)
    shown.push({ key: 'all', name: t.text('deliverability.all'), line: view.all, isSum: true });
  return isSmall ? <Cards shown={shown} /> : <Table shown={shown} by={by} />;
}

function Name({ line, by }: { readonly line: Line; readonly by: Group }) {
  const t = useMessages();
  if (line.id === null) return t.text('deliverability.noTemplate');
  if (by === 'template')
    return (
      <Link to="/templates/$id" params={{ id: line.id }}>
        {line.name}
      </Link>
    );
  return line.name;
}

function Table({ shown, by }: { readonly shown: readonly Shown[]; readonly by: Group }) {
  const t = useMessages();
  return (
    <table className={classes['table']} aria-label={t.text(`deliverability.title.${by}`)}>
      <thead>
        <tr>
          <th scope="col">{t.text(`deliverability.column.${by}`)}</th>
          {COLUMNS.map(({ key, head }) => (
            <th key={key} scope="col" className={classes['number']}>
              {t.text(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ key, name, line, isSum }) => (
          <tr key={key} data-sum={isSum || undefined}>
            <th scope="row">{name}</th>
            {COLUMNS.map((column) => (
              <td key={column.key} className={classes['number']}>
                <Figure column={column} line={line} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ shown }: { readonly shown: readonly Shown[] }) {
  const t = useMessages();
  return (
    <ul className={classes['cards']}>
      {shown.map(({ key, name, line }) => (
        <li key={key}>
          <h3 className={classes['cardTitle']}>{name}</h3>
          <Facts
            rows={COLUMNS.map((column) => ({
              name: t.text(column.head),
              value: <Figure column={column} line={line} />,
            }))}
          />
        </li>
      ))}
    </ul>
  );
}

/** A count; beside it its share with what it is a share of, or that they are too few for one. */
function Figure({ column, line }: { readonly column: Column; readonly line: Figures }) {
  const t = useMessages();
  const count = column.count(line);
  const share = column.share?.(line);
  const percent = (value: number) =>
    new Intl.NumberFormat(formatTag(t.locale), { style: 'percent', maximumFractionDigits: 1 }).format(value);
  return (
    <span className={classes['figure']}>
      <span data-bad={(column.isBad && count > 0) || undefined}>{count}</span>
      {column.key === 'bounced' && count > 0 && (
        <span className={classes['quiet']}>
          {t.text('deliverability.hardAndSoft', { hard: line.bouncedHard, soft: line.bouncedSoft })}
        </span>
      )}
      {share !== undefined && line.n > 0 && (
        <span className={classes['quiet']}>
          {share === null
            ? t.text('deliverability.tooFew', { n: line.n })
            : t.text('deliverability.share', { share: percent(share), n: line.n })}
        </span>
      )}
    </span>
  );
}
