import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ImportView } from '../../../api/import-views.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { JobProgress } from '../../../ui/job-progress.js';
import { Panel } from '../../../ui/page.js';
import classes from '../imports.module.css';
import { refreshImport } from '../imports-api.js';

/** An import at work: a dry run, the run itself, or its undoing. One may leave the page meanwhile. */
export function ImportJob({ made }: { readonly made: ImportView }) {
  const t = useMessages();
  const queries = useQueryClient();
  const { id, jobId, state } = made;
  const onEnd = useCallback(() => void refreshImport(queries, id), [queries, id]);
  if (jobId === null) return null;
  return (
    <Panel>
      <JobProgress jobId={jobId} label={t.text(`imports.state.${state}`)} onEnd={onEnd} />
      <p className={classes['quiet']}>{t.text('imports.mayLeave')}</p>
    </Panel>
  );
}
