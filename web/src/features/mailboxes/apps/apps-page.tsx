import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Page } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { oauthAppsQuery } from '../mailboxes-api.js';
import { AppPanel } from './app-panel.js';

/** The team's own apps at Google, Microsoft and others, each with the steps to make one. */
export function AppsPage() {
  const t = useMessages();
  const apps = useQuery(oauthAppsQuery);
  return (
    <Page narrow>
      <PageHeader
        title={t.text('mailboxes.apps.title')}
        parent={<Link to="/settings/mailboxes">{t.text('mailboxes.title')}</Link>}
      />
      <p>{t.text('mailboxes.apps.what')}</p>
      <ProblemAlert error={apps.error} onRetry={() => void apps.refetch()} />
      {apps.isPending && <Skeleton h={240} />}
      {apps.data?.items.map((app) => (
        <AppPanel key={`${app.provider} ${app.updatedAt ?? ''}`} app={app} />
      ))}
    </Page>
  );
}
