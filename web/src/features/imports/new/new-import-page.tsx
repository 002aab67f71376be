import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useScope } from '../../../app/session/scope.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import classes from '../imports.module.css';
import { uploadImport } from '../imports-api.js';
import { ImportSteps } from '../one/import-steps.js';
import { FileDrop } from './file-drop.js';

/** The first step of an import: the file. */
export function NewImportPage() {
  const t = useMessages();
  const mayWrite = useMay('write');
  return (
    <Page narrow>
      <PageHeader
        title={t.text('imports.new')}
        parent={<Link to="/imports">{t.text('imports.title')}</Link>}
      />
      {mayWrite ? <Upload /> : <EmptyState sentence={t.text('imports.mayNot')} />}
    </Page>
  );
}

function Upload() {
  const t = useMessages();
  const navigate = useNavigate();
  const { brand } = useScope();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const send = async (file: File) => {
    setSending(true);
    setProblem(null);
    try {
      const made = await uploadImport(file, brand?.id ?? null);
      await navigate({ to: '/imports/$id', params: { id: made.id } });
    } catch (error) {
      setProblem(error);
      setSending(false);
    }
  };
  return (
    <>
      <ImportSteps current="file" />
      <FileDrop isSending={isSending} onFile={(file) => void send(file)} />
      <ProblemAlert error={problem} />
      <Panel title={t.text('imports.file.what')}>
        <p className={classes['teach']}>{t.text('imports.file.teach')}</p>
        <p className={classes['teach']}>{t.text('imports.file.dryRun')}</p>
        <pre className={classes['example']}>{EXAMPLE}</pre>
        <Button
          variant="default"
          component="a"
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(EXAMPLE)}`}
          download="placements.csv"
        >
          {t.text('imports.file.example')}
        </Button>
      </Panel>
    </>
  );
}

const EXAMPLE = [
  'source_url,target_url,type,rel,anchor',
  'https://blog.example/best-guides,https://shop.example/guide,guest_post,follow,our guide',
  'https://news.example/2026/interview,https://shop.example/,journalist_quote,,',
].join('\n');
