import { Button, Group, Select, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf } from '../../api/client.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { CopyField } from '../../ui/copy-field.js';
import { useFormAct } from '../../ui/form-act.js';
import { ListRow, Rows } from '../../ui/list-row.js';
import { Panel } from '../../ui/page.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { toast, toastProblem } from '../../ui/undo-toast.js';
import classes from './reports.module.css';
import { REPORTS, type ReportDetail, reportLinksQuery } from './reports-api.js';

const DAYS = ['7', '30', '90', '365'] as const;

/** The links that open a report: made, counted, withdrawn; and the way to a correction. */
export function LinksPanel({
  report,
  mayWrite,
}: {
  readonly report: ReportDetail;
  readonly mayWrite: boolean;
}) {
  const t = useMessages();
  const links = useQuery(reportLinksQuery(report.id));
  const items = links.data?.items ?? [];
  return (
    <Panel title={t.text('reports.links')} aside={mayWrite && <CorrectButton report={report} />}>
      <Stack gap="md">
        <p className={classes['quiet']}>
          {t.text('reports.frozen')} {report.isReplaced && t.text('reports.isReplaced')}
        </p>
        {mayWrite && <NewLink report={report} />}
        <ProblemAlert error={links.error} onRetry={() => void links.refetch()} />
        {items.length > 0 && (
          <Rows label={t.text('reports.links')}>
            {items.map((link) => (
              <LinkRow key={link.id} link={link} report={report} mayWrite={mayWrite} />
            ))}
          </Rows>
        )}
      </Stack>
    </Panel>
  );
}

function NewLink({ report }: { readonly report: ReportDetail }) {
  const t = useMessages();
  const queries = useQueryClient();
  const [url, setUrl] = useState<string | null>(null);
  const form = useForm({ initialValues: { days: '30' } });
  const { isSending, problem, onSubmit } = useFormAct(form, async ({ days }, headers) => {
    const params = { path: { id: report.id } };
    const body = { days: Number(days) };
    const made = await bodyOf(api.POST('/api/v1/reports/{id}/links', { params, headers, body }));
    setUrl(made.url);
    await queries.invalidateQueries({ queryKey: reportLinksQuery(report.id).queryKey });
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="sm">
        <Group gap="sm" align="flex-end">
          <Select
            label={t.text('reports.linkFor')}
            allowDeselect={false}
            data={DAYS.map((days) => ({
              value: days,
              label: t.text('reports.days', { days: Number(days) }),
            }))}
            {...form.getInputProps('days')}
          />
          <Button type="submit" loading={isSending}>
            {t.text('reports.share')}
          </Button>
        </Group>
        {url && <CopyField label={t.text('reports.linkOnce')} value={url} />}
        <ProblemAlert error={problem} />
      </Stack>
    </form>
  );
}

interface LinkRowProps {
  readonly link: {
    readonly id: string;
    readonly createdAt: string;
    readonly createdByName: string | null;
    readonly expiresAt: string;
    readonly revokedAt: string | null;
    readonly openedCount: number;
    readonly isOpen: boolean;
  };
  readonly report: ReportDetail;
  readonly mayWrite: boolean;
}

function LinkRow({ link, report, mayWrite }: LinkRowProps) {
  const t = useMessages();
  const queries = useQueryClient();
  const withdraw = async () => {
    try {
      const path = { id: report.id, linkId: link.id };
      await api.DELETE('/api/v1/reports/{id}/links/{linkId}', { params: { path } });
      toast(t.text('reports.withdrawn'));
    } catch (error) {
      toastProblem(t, error);
    }
    await queries.invalidateQueries({ queryKey: reportLinksQuery(report.id).queryKey });
  };
  const state = link.revokedAt ? 'withdrawn' : link.isOpen ? 'open' : 'over';
  return (
    <ListRow
      title={t.text(`reports.link.${state}`)}
      note={
        <>
          {link.createdByName} · <RelativeTime at={link.createdAt} /> ·{' '}
          {t.text('reports.opened', { count: link.openedCount })}
        </>
      }
    >
      {link.isOpen && (
        <span>
          {t.text('reports.until')} <RelativeTime at={link.expiresAt} />
        </span>
      )}
      {link.isOpen && mayWrite && (
        <Button variant="default" onClick={() => void withdraw()}>
          {t.text('reports.withdraw')}
        </Button>
      )}
    </ListRow>
  );
}

function CorrectButton({ report }: { readonly report: ReportDetail }) {
  const t = useMessages();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const correct = async () => {
    try {
      const body = { clientId: report.clientId, month: report.month, locale: report.locale };
      const made = await bodyOf(api.POST('/api/v1/reports', { body }));
      await queries.invalidateQueries({ queryKey: REPORTS });
      await navigate({ to: '/reports/$reportId', params: { reportId: made.id } });
    } catch (error) {
      toastProblem(t, error);
    }
  };
  return (
    <Button variant="default" onClick={() => void correct()}>
      {t.text('reports.correct')}
    </Button>
  );
}
