import { Button, Group, Skeleton } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { api, bodyOf, idempotencyKey } from '../../../api/client.js';
import { ApiProblem } from '../../../api/problem.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ConflictBanner } from '../../../ui/conflict-banner.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { Page } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RecordTimeline } from '../../../ui/record-timeline.js';
import { toastProblem } from '../../../ui/undo-toast.js';
import { refreshLists } from '../prospect-cache.js';
import { prospectKeys } from '../prospects-api.js';
import { siteDetail } from '../site-api.js';

/** A site: the team's file on it where there is one, else what is known and the way to open a file. */
export function SitePage() {
  const t = useMessages();
  const { siteId } = useParams({ from: '/frame/sites/$siteId' });
  const file = useQuery({
    queryKey: [...prospectKeys.site(siteId), 'file'] as const,
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/prospects/by-site/{siteId}', {
          params: { path: { siteId } },
          signal,
        }),
      ).catch((error: unknown) => {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }),
  });
  if (file.data) return <Navigate to="/prospects/$id" params={{ id: file.data.id }} replace />;
  return (
    <Page>
      <SiteHeader siteId={siteId} />
      <ProblemAlert error={file.error} onRetry={() => void file.refetch()} />
      {file.isPending && <Skeleton height={160} />}
      {file.data === null && (
        <>
          <ConflictBanner siteId={siteId} />
          <NoFile siteId={siteId} />
          <RecordTimeline kind="site" id={siteId} notesOn={{ kind: 'site', id: siteId }} showClients />
        </>
      )}
      <span className="only-read">{file.isPending ? t.text('prospects.one') : ''}</span>
    </Page>
  );
}

function SiteHeader({ siteId }: { readonly siteId: string }) {
  const t = useMessages();
  const { data } = useQuery(siteDetail(siteId));
  return (
    <PageHeader
      title={data?.displayHost ?? t.text('prospects.column.site')}
      parent={<Link to="/prospects">{t.text('prospects.title')}</Link>}
    />
  );
}

function NoFile({ siteId }: { readonly siteId: string }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const add = async () => {
    try {
      const made = await bodyOf(
        api.POST('/api/v1/prospects', { headers: idempotencyKey(), body: { siteId } }),
      );
      await refreshLists(queries);
      await navigate({ to: '/prospects/$id', params: { id: made.id } });
    } catch (error) {
      toastProblem(t, error);
    }
  };
  return (
    <EmptyState
      sentence={t.text('prospects.site.noFile')}
      action={
        <Group>
          {mayWrite && <Button onClick={() => void add()}>{t.text('prospects.site.add')}</Button>}
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/placements" search={{ site: siteId }} {...props} />}
          >
            {t.text('prospects.site.placements')}
          </Button>
        </Group>
      }
    />
  );
}
