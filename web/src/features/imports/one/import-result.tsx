import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
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
import { ShowBrought } from './show-brought.js';
import { useStart } from './use-start.js';

/** What became of the file, where its records are, and the way back. */
export function ImportResult({ made }: { readonly made: ImportView }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const [problem, setProblem] = useState<unknown>(null);
  const { isStarting, start } = useStart(made.id, setProblem);
  const isUndone = made.state === 'undone';
  return (
    <>
      <Panel
        title={t.text(isUndone ? 'imports.result.undone' : 'imports.result.title')}
        aside={made.formatName}
      >
        <ImportCounts made={made} />
        {!isUndone && <Brought made={made} />}
        {(isUndone || made.content === 'placements') && (
          <p className={classes['after']}>
            {t.text(isUndone ? 'imports.result.undoneSays' : 'imports.result.says')}
          </p>
        )}
        <ProblemAlert error={problem} />
        <Group gap="sm" mt="lg">
          {!isUndone && <ShowBrought made={made} />}
          {mayWrite && !isUndone && (
            <Button variant="default" loading={isStarting} onClick={() => void start('undo')}>
              {t.text('imports.undo')}
            </Button>
          )}
          {mayWrite && (
            <Button variant="default" renderRoot={(props) => <Link to="/imports/new" {...props} />}>
              {t.text('imports.another')}
            </Button>
          )}
        </Group>
      </Panel>
      <OutcomeTables made={made} />
    </>
  );
}
