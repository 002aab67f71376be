import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { ImportView } from '../../../api/import-views.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import classes from '../imports.module.css';
import { Brought } from './brought.js';
import { ImportCounts } from './import-counts.js';
import { OutcomeTables } from './outcome-tables.js';
import { useStart } from './use-start.js';

interface Props {
  readonly made: ImportView;
  readonly onMapAgain: () => void;
}

/** What would become of the file, before anything is created. */
export function TrialResult({ made, onMapAgain }: Props) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const [problem, setProblem] = useState<unknown>(null);
  const { isStarting, start } = useStart(made.id, setProblem);
  const good = made.counts.total - made.counts.bad - made.counts.skipped;
  return (
    <>
      <Panel
        title={t.text('imports.trial.title')}
        aside={t.text('imports.columns.rows', { count: made.counts.total })}
      >
        <ImportCounts made={made} />
        <Brought made={made} />
        <p className={classes['after']}>{t.text('imports.trial.says')}</p>
        <ProblemAlert error={problem} />
        {mayWrite && (
          <Group gap="sm" mt="lg">
            <Button loading={isStarting} disabled={good === 0} onClick={() => void start('run')}>
              {t.text('imports.run', { count: good })}
            </Button>
            <Button variant="default" onClick={onMapAgain}>
              {t.text('imports.mapAgain')}
            </Button>
          </Group>
        )}
      </Panel>
      <OutcomeTables made={made} />
    </>
  );
}
