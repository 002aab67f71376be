import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../../i18n/messages-provider.js';
import { Facts, Panel } from '../../ui/page.js';
import { DeliveredCell, DueCell, MoneyCell } from './client-cells.js';
import { FigureLink } from './figure-link.js';
import classes from './team.module.css';
import type { TeamClient, TeamMonth, TeamOverview } from './team-api.js';

interface Line {
  readonly id: string | null;
  readonly name: string;
  readonly month: TeamMonth;
}

/** Each client's month: delivered against agreed, what is still due, what was lost, what was spent. */
export function ClientTable({ overview }: { readonly overview: TeamOverview }) {
  const t = useMessages();
  const isSmall = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const lines: Line[] = overview.clients.map((one: TeamClient) => ({
    id: one.clientId,
    name: one.clientName,
    month: one,
  }));
  const all: Line = { id: null, name: t.text('team.allClients'), month: overview.allClients };
  const shown = lines.length > 1 ? [...lines, all] : lines;
  return (
    <Panel flush title={t.text('team.clients')}>
      {shown.length === 0 && <p className={classes['empty']}>{t.text('team.noClients')}</p>}
      {isSmall ? <Cards lines={shown} /> : <Table lines={shown} />}
    </Panel>
  );
}

function useCells() {
  const t = useMessages();
  return [
    {
      key: 'delivered',
      head: t.text('team.column.delivered'),
      cell: ({ month, name }: Line) => <DeliveredCell month={month} whose={name} />,
    },
    {
      key: 'due',
      head: t.text('team.column.due'),
      cell: ({ month, name }: Line) => <DueCell month={month} whose={name} />,
    },
    {
      key: 'lost',
      head: t.text('team.column.lost'),
      cell: ({ month, name }: Line) => (
        <FigureLink figure={month.lost} what={t.text('team.what.lost', { whose: name })} tone="late" />
      ),
    },
    {
      key: 'money',
      head: t.text('team.column.money'),
      cell: ({ id, month, name }: Line) => <MoneyCell month={month} whose={name} isSum={id === null} />,
    },
  ] as const;
}

function Name({ line: { id, name } }: { readonly line: Line }) {
  if (id === null) return name;
  return (
    <Link to="/clients/$clientId" params={{ clientId: id }} className={classes['name'] ?? ''}>
      {name}
    </Link>
  );
}

function Table({ lines }: { readonly lines: readonly Line[] }) {
  const t = useMessages();
  const cells = useCells();
  return (
    <table className={classes['table']} aria-label={t.text('team.clients')}>
      <thead>
        <tr>
          <th scope="col">{t.text('team.column.client')}</th>
          {cells.map(({ key, head }) => (
            <th key={key} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} data-sum={line.id === null || undefined}>
            <th scope="row">
              <Name line={line} />
            </th>
            {cells.map(({ key, cell }) => (
              <td key={key}>{cell(line)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ lines }: { readonly lines: readonly Line[] }) {
  const t = useMessages();
  const cells = useCells();
  return (
    <ul className={classes['cards']} aria-label={t.text('team.clients')}>
      {lines.map((line) => (
        <li key={line.id}>
          <h3 className={classes['cardTitle']}>
            <Name line={line} />
          </h3>
          <Facts rows={cells.map(({ head, cell }) => ({ name: head, value: cell(line) }))} />
        </li>
      ))}
    </ul>
  );
}
