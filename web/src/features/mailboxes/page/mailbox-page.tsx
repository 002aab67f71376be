import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Page } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RecordTimeline } from '../../../ui/record-timeline.js';
import { mailboxQuery } from '../mailboxes-api.js';
import { ChecksPanel } from './checks-panel.js';
import { ConnectionPanel } from './connection-panel.js';
import { HistoryPanel } from './history-panel.js';
import { LimitsPanel } from './limits-panel.js';
import { StatePanel } from './state-panel.js';

const route = getRouteApi('/frame/settings/mailboxes/$mailboxId');

/** One mailbox: whether it sends, its limits, its connection and its domain. */
export function MailboxPage() {
  const t = useMessages();
  const { mailboxId } = route.useParams();
  const found = useQuery(mailboxQuery(mailboxId));
  const mailbox = found.data;
  return (
    <Page narrow>
      <PageHeader
        title={mailbox?.address ?? t.text('mailboxes.one')}
        parent={<Link to="/settings/mailboxes">{t.text('mailboxes.title')}</Link>}
      />
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending && <Skeleton h={240} />}
      {mailbox && (
        <>
          <StatePanel mailbox={mailbox} />
          {mailbox.signIn !== 'catcher' && <HistoryPanel mailbox={mailbox} />}
          <LimitsPanel key={`${mailbox.id} ${mailbox.revision}`} mailbox={mailbox} />
          {mailbox.signIn !== 'catcher' && <ChecksPanel mailbox={mailbox} />}
          {mailbox.signIn !== 'catcher' && mailbox.isMine && !mailbox.archivedAt && (
            <ConnectionPanel mailbox={mailbox} />
          )}
          <RecordTimeline kind="mailbox" id={mailbox.id} showClients />
        </>
      )}
    </Page>
  );
}
