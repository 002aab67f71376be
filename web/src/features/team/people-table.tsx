import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconUserShare } from '@tabler/icons-react';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { Facts, Panel } from '../../ui/page.js';
import { FigureLink } from './figure-link.js';
import classes from './team.module.css';
import type { TeamOverview, TeamPerson, TeamWork } from './team-api.js';

/** What is counted of each person, in the order of the columns. */
const COLUMNS = [
  { key: 'open' },
  { key: 'overdue', isLate: true },
  { key: 'unanswered' },
  { key: 'stuck', isLate: true },
  { key: 'tasks' },
  { key: 'tasksOverdue', isLate: true },
  { key: 'awaited' },
  { key: 'placementsOverdue', isLate: true },
] as const satisfies readonly { readonly key: keyof TeamWork; readonly isLate?: true }[];

interface Line {
  readonly key: string;
  readonly name: string;
  readonly work: TeamWork;
  readonly person: TeamPerson | null;
}

interface Props {
  readonly overview: TeamOverview;
  readonly onReassign: (person: TeamPerson) => void;
}

/** What each person has open, and what of it is late, unanswered or stuck; one click hands it over. */
export function PeopleTable({ overview, onReassign }: Props) {
  const t = useMessages();
  const isSmall = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const nobody = t.text('team.nobody');
  const lines: Line[] = [
    ...overview.people.map((person) => ({
      key: person.memberId ?? 'nobody',
      name: person.name ?? nobody,
      work: person,
      person,
    })),
    { key: 'all', name: t.text('team.everybody'), work: overview.everybody, person: null },
  ];
  const View = isSmall ? Cards : Table;
  return (
    <Panel
      flush
      title={t.text('team.people')}
      aside={
        <span className={classes['quiet']}>
          {t.text('team.unansweredMeans', { days: overview.unansweredAfterDays })}
        </span>
      }
    >
      <View lines={lines} onReassign={onReassign} />
    </Panel>
  );
}

interface ViewProps {
  readonly lines: readonly Line[];
  readonly onReassign: Props['onReassign'];
}

function Figure({ line, column }: { readonly line: Line; readonly column: (typeof COLUMNS)[number] }) {
  const t = useMessages();
  return (
    <FigureLink
      figure={line.work[column.key]}
      what={t.text(`team.what.${column.key}`, { whose: line.name })}
      tone={'isLate' in column ? 'late' : undefined}
    />
  );
}

function Reassign({ line, onReassign }: { readonly line: Line } & Pick<Props, 'onReassign'>) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const { person } = line;
  if (!mayWrite || person === null || person.open.count + person.tasks.count === 0) return null;
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<IconUserShare size={14} stroke={1.75} aria-hidden />}
      aria-label={t.text('team.reassign.of', { name: line.name })}
      onClick={() => onReassign(person)}
    >
      {t.text('team.reassign.verb')}
    </Button>
  );
}

function Table({ lines, onReassign }: ViewProps) {
  const t = useMessages();
  return (
    <table className={classes['table']} aria-label={t.text('team.people')}>
      <thead>
        <tr>
          <th scope="col">{t.text('team.column.person')}</th>
          {COLUMNS.map(({ key }) => (
            <th key={key} scope="col" className={classes['number']}>
              {t.text(`team.column.${key}`)}
            </th>
          ))}
          <th scope="col">
            <span className="only-read">{t.text('team.reassign.verb')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key} data-sum={line.person === null || undefined}>
            <th scope="row">{line.name}</th>
            {COLUMNS.map((column) => (
              <td key={column.key} className={classes['number']}>
                <Figure line={line} column={column} />
              </td>
            ))}
            <td className={classes['act']}>
              <Reassign line={line} onReassign={onReassign} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cards({ lines, onReassign }: ViewProps) {
  const t = useMessages();
  return (
    <ul className={classes['cards']} aria-label={t.text('team.people')}>
      {lines.map((line) => (
        <li key={line.key}>
          <div className={classes['cardHead']}>
            <h3 className={classes['cardTitle']}>{line.name}</h3>
            <Reassign line={line} onReassign={onReassign} />
          </div>
          <Facts
            rows={COLUMNS.map((column) => ({
              name: t.text(`team.column.${column.key}`),
              value: <Figure line={line} column={column} />,
            }))}
          />
        </li>
      ))}
    </ul>
  );
}
