import { Button, Group, SegmentedControl, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf } from '../../api/client.js';
import { LOCALES } from '../../i18n/messages.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { useFormAct } from '../../ui/form-act.js';
import { JobProgress } from '../../ui/job-progress.js';
import { Panel } from '../../ui/page.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { toast, toastProblem } from '../../ui/undo-toast.js';
import classes from './reports.module.css';
import { REPORTS, type ReportDetail, reportQuery } from './reports-api.js';

/** What can be done with a draft: look again, write, send, throw away. */
export function DraftPanel({ report }: { readonly report: ReportDetail }) {
  const t = useMessages();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<'send' | 'discard' | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const path = { id: report.id };
  const refresh = async (fresh?: ReportDetail) => {
    if (fresh) queries.setQueryData(reportQuery(report.id).queryKey, fresh);
    else await queries.invalidateQueries({ queryKey: reportQuery(report.id).queryKey });
    await queries.invalidateQueries({ queryKey: REPORTS });
  };
  const form = useForm({ initialValues: { comment: report.comment, locale: report.locale } });
  const { isSending, problem, onSubmit } = useFormAct(form, async (values) => {
    const body = { ...values, revision: report.revision };
    await refresh(await bodyOf(api.PATCH('/api/v1/reports/{id}', { params: { path }, body })));
    toast(t.text('app.saved'));
  });
  const look = async () => {
    try {
      const started = await bodyOf(api.POST('/api/v1/reports/{id}/refresh-checks', { params: { path } }));
      setJobId(started.jobId);
    } catch (error) {
      toastProblem(t, error);
    }
  };
  const send = async () => {
    const body = { revision: report.revision };
    await refresh(await bodyOf(api.POST('/api/v1/reports/{id}/send', { params: { path }, body })));
    toast(t.text('reports.sent'));
  };
  const discard = async () => {
    await api.DELETE('/api/v1/reports/{id}', { params: { path } });
    await queries.invalidateQueries({ queryKey: REPORTS });
    await navigate({ to: '/reports' });
  };
  return (
    <Panel title={t.text('reports.draft')}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="md">
          {report.checks && <Checks checks={report.checks} />}
          {jobId && (
            <JobProgress jobId={jobId} label={t.text('reports.looking')} onEnd={() => void refresh()}>
              {() => null}
            </JobProgress>
          )}
          <Textarea
            label={t.text('reports.comment')}
            description={t.text('reports.commentWhat')}
            autosize
            minRows={2}
            maxLength={10_000}
            {...form.getInputProps('comment')}
          />
          <SegmentedControl
            aria-label={t.text('reports.locale')}
            data={LOCALES.map((locale) => ({ value: locale, label: t.text(`words.locale.${locale}`) }))}
            {...form.getInputProps('locale')}
          />
          <ProblemAlert error={problem} />
          <Group justify="space-between" gap="sm">
            <Group gap="sm">
              <Button variant="default" onClick={() => void look()}>
                {t.text('reports.look')}
              </Button>
              <Button variant="default" onClick={() => setAsked('discard')}>
                {t.text('reports.discard')}
              </Button>
            </Group>
            <Group gap="sm">
              <Button variant="default" type="submit" loading={isSending}>
                {t.text('app.save')}
              </Button>
              <Button disabled={form.isDirty()} onClick={() => setAsked('send')}>
                {t.text('reports.send')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
      <ConfirmDialog
        opened={asked === 'send'}
        onClose={() => setAsked(null)}
        title={t.text('reports.sendTitle')}
        verb={t.text('reports.send')}
        onConfirm={send}
      >
        <p>
          {t.text('reports.sendWhat', {
            client: report.clientName,
            count: report.document.sections.reduce((sum, { links }) => sum + links.length, 0),
            unknown: report.checks?.unknown ?? 0,
          })}
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked === 'discard'}
        onClose={() => setAsked(null)}
        title={t.text('reports.discardTitle')}
        verb={t.text('reports.discard')}
        onConfirm={discard}
      >
        <p>{t.text('reports.discardWhat')}</p>
      </ConfirmDialog>
    </Panel>
  );
}

/** How fresh the facts are, and what nobody could tell. */
function Checks({ checks }: { readonly checks: NonNullable<ReportDetail['checks']> }) {
  const t = useMessages();
  const { askedAt, total, fresh, waiting, unknown } = checks;
  return (
    <p className={classes['quiet']}>
      {t.text(askedAt === null ? 'reports.checks.never' : 'reports.checks.asked', { total, fresh, waiting })}{' '}
      {unknown > 0 && t.text('reports.checks.unknown', { unknown })}
    </p>
  );
}
