import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Page } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { templateDetail } from '../templates-api.js';
import { TemplateEditor } from './template-editor.js';

const route = getRouteApi('/frame/templates/$id');

/** One template: what it may say, what it says, and what a real pitch makes of it. */
export function TemplatePage() {
  const t = useMessages();
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(templateDetail(id));
  return (
    <Page>
      <PageHeader
        title={data?.name ?? t.text('templates.one')}
        parent={<Link to="/templates">{t.text('templates.title')}</Link>}
      />
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data ? (
        <TemplateEditor key={data.id} template={data} />
      ) : (
        !error && <Skeleton height={420} radius="lg" />
      )}
    </Page>
  );
}
