import { Alert, Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../../api/problem.js';
import { useScope } from '../../../app/session/scope.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import classes from '../imports.module.css';
import { importFormats } from '../imports-api.js';
import { ImportSteps } from '../one/import-steps.js';
import { uploadImport } from '../upload.js';
import { FileDrop, type Sending } from './file-drop.js';

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
  const [sending, setSending] = useState<Sending | null>(null);
  const [refused, setRefused] = useState<{ name: string; problem: unknown } | null>(null);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const send = async (file: File) => {
    const { name } = file;
    stop.current = new AbortController();
    setSending({ name, part: 0 });
    setRefused(null);
    try {
      const onProgress = (part: number) => setSending({ name, part });
      const { signal } = stop.current;
      const made = await uploadImport({ file, brandId: brand?.id ?? null, onProgress, signal });
      await navigate({ to: '/imports/$id', params: { id: made.id } });
    } catch (error) {
      if (!(error instanceof DOMException)) setRefused({ name, problem: error });
      setSending(null);
    }
  };
  return (
    <>
      <ImportSteps current="file" />
      <FileDrop sending={sending} onFile={(file) => void send(file)} onStop={() => stop.current.abort()} />
      <Refusal name={refused?.name ?? ''} problem={refused?.problem} />
      <Panel title={t.text('imports.file.what')}>
        <p className={classes['teach']}>{t.text('imports.file.teach')}</p>
        <p className={classes['teach']}>{t.text('imports.file.dryRun')}</p>
        <Tools />
      </Panel>
      <Panel title={t.text('imports.file.sheet')}>
        <p className={classes['teach']}>{t.text('imports.file.sheetTeach')}</p>
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

/** Why a file was not taken, and what to do about it. */
function Refusal({ name, problem }: { readonly name: string; readonly problem: unknown }) {
  const t = useMessages();
  if (!(problem instanceof ApiProblem)) return <ProblemAlert error={problem} />;
  const { code, params } = problem;
  const why = code === 'request.too_large' ? 'too_large' : String(params['fault']);
  const key = `imports.unreadable.${why}`;
  if (!t.has(key)) return <ProblemAlert error={problem} />;
  return (
    <Alert color="removed" variant="light" role="alert">
      {t.text(key, { name, line: Number(params['line'] ?? 1) })}
    </Alert>
  );
}

/** The files of other tools that are known, under the name of each tool. */
function Tools() {
  const t = useMessages();
  const formats = useQuery(importFormats).data?.formats;
  if (!formats) return <Skeleton height={120} />;
  const byTool = new Map<string, string[]>();
  for (const { name } of formats) {
    const [tool = '', file = ''] = name.split(/: (.*)/s);
    byTool.set(tool, [...(byTool.get(tool) ?? []), file]);
  }
  return (
    <>
      <h3 className={classes['subtitle']}>{t.text('imports.file.known')}</h3>
      <dl className={classes['tools']}>
        {[...byTool].map(([tool, files]) => (
          <div key={tool}>
            <dt>{tool}</dt>
            <dd>{new Intl.ListFormat(t.locale).format([...new Set(files)])}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const EXAMPLE = [
  'source_url,target_url,type,rel,anchor',
  'https://blog.example/best-guides,https://shop.example/guide,guest_post,follow,our guide',
  'https://news.example/2026/interview,https://shop.example/,journalist_quote,,',
].join('\n');
