import { Alert, Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api/client.js';
import type { ImportView } from '../../../api/import-views.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { missingFields } from '../column-mapping.js';
import classes from '../imports.module.css';
import { refreshImport } from '../imports-api.js';
import { ColumnsTable } from './columns-table.js';
import { DefaultsFields } from './defaults-fields.js';
import { useStart } from './use-start.js';

interface Props {
  readonly made: ImportView;
  readonly onStarted?: () => void;
}

/** Which column is what, and what holds for rows that do not say it; then a dry run that creates nothing. */
export function ColumnsForm({ made, onStarted }: Props) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const queries = useQueryClient();
  const [mapping, setMapping] = useState(made.mapping);
  const [options, setOptions] = useState(made.options);
  const [isTried, setTried] = useState(false);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const missing = missingFields(mapping);
  const start = async () => {
    setTried(true);
    if (missing.length > 0 || isSending) return;
    setSending(true);
    setProblem(null);
    try {
      const path = { id: made.id };
      await api.PUT('/api/v1/imports/{id}/mapping', { params: { path }, body: { mapping, options } });
      await api.POST('/api/v1/imports/{id}/try', { params: { path } });
      await refreshImport(queries, made.id);
      onStarted?.();
    } catch (error) {
      setProblem(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      {made.state === 'failed' && (
        <Alert color="removed" variant="light" role="alert">
          {t.text('imports.failed')} <GoOn id={made.id} />
        </Alert>
      )}
      <Panel
        title={t.text('imports.columns.title')}
        aside={t.text('imports.columns.rows', { count: made.counts.total })}
        flush
      >
        <ColumnsTable columns={made.columns} mapping={mapping} onChange={setMapping} />
      </Panel>
      <Panel title={t.text('imports.defaults.title')}>
        <DefaultsFields options={options} onChange={setOptions} />
      </Panel>
      {isTried && missing.length > 0 && (
        <Alert color="removed" variant="light" role="alert">
          {t.text('imports.columns.missing', {
            fields: new Intl.ListFormat(t.locale).format(
              missing.map((field) => t.text(`imports.field.${field}`)),
            ),
          })}
        </Alert>
      )}
      <ProblemAlert error={problem} />
      {mayWrite && (
        <Group gap="sm">
          <Button loading={isSending} onClick={() => void start()}>
            {t.text('imports.try')}
          </Button>
          <span className={classes['quiet']}>{t.text('imports.trySays')}</span>
        </Group>
      )}
    </>
  );
}

/** A run that stopped half-way goes on where it stopped. */
function GoOn({ id }: { readonly id: string }) {
  const t = useMessages();
  const [problem, setProblem] = useState<unknown>(null);
  const { isStarting, start } = useStart(id, setProblem);
  if (!useMay('write')) return null;
  return (
    <>
      <Button variant="default" loading={isStarting} onClick={() => void start('/api/v1/imports/{id}/run')}>
        {t.text('imports.goOn')}
      </Button>
      <ProblemAlert error={problem} />
    </>
  );
}
