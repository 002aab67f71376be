import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { ImportView } from '../../../api/import-views.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
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
  return (
    <>
      <Panel title={t.text('imports.trial.title')}>
        <ImportCounts made={made} />
        <ProblemAlert error={problem} />
        {mayWrite && (
          <Group gap="sm" mt="lg">
            <Button
              loading={isStarting}
              disabled={made.counts.created === 0}
              onClick={() => void start('/api/v1/imports/{id}/run')}
            >
              {t.text('imports.run', { count: made.counts.created })}
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
