import { Select } from '@mantine/core';
import { useMessages } from '../../../i18n/messages-provider.js';
import { countInWords } from '../../../i18n/times.js';
import type { PitchColumn } from '../campaign-views.js';
import classes from './board.module.css';
import { BoardColumn, type ColumnWork, columnId } from './board-column.js';

interface Props {
  readonly columns: readonly PitchColumn[];
  readonly work: ColumnWork;
  readonly at: string | undefined;
  readonly onAt: (stage: string) => void;
}

/** The board on a small screen: one stage at a time, chosen above it. */
export function SmallBoard({ columns, work, at, onAt }: Props) {
  const t = useMessages();
  const chosen =
    columns.find(({ stage }) => stage === at) ?? columns.find(({ count }) => count > 0) ?? columns[0];
  if (!chosen) return null;
  return (
    <div className={classes['small']}>
      <Select
        label={t.text('campaigns.stage')}
        data={columns.map((column) => ({
          value: column.stage,
          label: `${column.name} · ${countInWords(column.count, true, t)}`,
        }))}
        value={chosen.stage}
        onChange={(stage) => stage && onAt(stage)}
        allowDeselect={false}
      />
      {chosen.count === 0 && <p className={classes['quiet']}>{t.text('campaigns.board.emptyStage')}</p>}
      <BoardColumn key={columnId(chosen)} column={chosen} work={work} isAlone />
    </div>
  );
}
