import { Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import type { ImportState, ImportView } from '../../../api/import-views.js';
import { type LiveNews, useLiveNews } from '../../../api/live-updates.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Page } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { importDetail, refreshImport } from '../imports-api.js';
import { ImportJob } from './import-job.js';
import { ImportResult } from './import-result.js';
import { type ImportStep, ImportSteps } from './import-steps.js';
import { SetupForm } from './setup-form.js';
import { TrialResult } from './trial-result.js';

/** One import, from its columns to its result; where it stands is the server's word, so leaving and coming back is safe. */
export function ImportPage() {
  const t = useMessages();
  const { id } = useParams({ from: '/frame/imports/$id' });
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(importDetail(id));
  useLiveNews(
    useCallback(
      (news: LiveNews) => {
        if (news.type === 'import' && news.id === id) void refreshImport(queries, id);
      },
      [queries, id],
    ),
  );
  return (
    <Page>
      <PageHeader
        title={data?.fileName ?? t.text('imports.one')}
        note={data && t.text(`imports.content.${data.content}`)}
        parent={<Link to="/imports">{t.text('imports.title')}</Link>}
      />
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data ? <Stage key={data.id} made={data} /> : !error && <Skeleton height={320} radius="lg" />}
    </Page>
  );
}

const STEP: Record<ImportState, ImportStep> = {
  uploaded: 'columns',
  failed: 'columns',
  trying: 'trial',
  tried: 'trial',
  running: 'result',
  done: 'result',
  undoing: 'result',
  undone: 'result',
};

function Stage({ made }: { readonly made: ImportView }) {
  const [isMapping, setMapping] = useState(false);
  const isBack = isMapping && made.state === 'tried';
  return (
    <>
      <ImportSteps current={isBack ? 'columns' : STEP[made.state]} />
      {isBack ? (
        <SetupForm key={sheetOf(made)} made={made} onStarted={() => setMapping(false)} />
      ) : (
        <Shown made={made} onMapAgain={() => setMapping(true)} />
      )}
    </>
  );
}

function Shown({ made, onMapAgain }: { readonly made: ImportView; readonly onMapAgain: () => void }) {
  switch (made.state) {
    case 'uploaded':
    case 'failed':
      return <SetupForm key={sheetOf(made)} made={made} />;
    case 'trying':
    case 'running':
    case 'undoing':
      return <ImportJob made={made} />;
    case 'tried':
      return <TrialResult made={made} onMapAgain={onMapAgain} />;
    case 'done':
    case 'undone':
      return <ImportResult made={made} />;
  }
}

/** Another sheet is another table: what was said of the one before does not hold for it. */
function sheetOf({ sheets }: ImportView): string {
  return sheets.find(({ chosen }) => chosen)?.name ?? '';
}
