import { Alert, Button, Group, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { GuideLink } from '../../../ui/guide-link.js';
import { Rows } from '../../../ui/list-row.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { mailboxesQuery } from '../mailboxes-api.js';
import { CatcherPanel } from './catcher-panel.js';
import { MailboxRow } from './mailbox-row.js';

const route = getRouteApi('/frame/settings/mailboxes');

/** Mailboxes of the team: whether each sends, what it sent today, and what is wrong with its domain. */
export function MailboxesPage() {
  const t = useMessages();
  const mayWrite = useMay('write');
  const mayManage = useMay('manage');
  const mailboxes = useQuery(mailboxesQuery);
  const connect = mayWrite && (
    <Button
      renderRoot={(props) => <Link {...props} to="/settings/mailboxes/new" />}
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
    >
      {t.text('mailboxes.connect')}
    </Button>
  );
  const items = mailboxes.data?.items ?? [];
  const real = items.filter(({ signIn }) => signIn !== 'catcher');
  return (
    <Page>
      <PageHeader title={t.text('mailboxes.title')} />
      <SignInTrouble />
      <ProblemAlert error={mailboxes.error} onRetry={() => void mailboxes.refetch()} />
      {mailboxes.isPending && <Skeleton h={90} />}
      {mailboxes.data && real.length === 0 && (
        <EmptyState
          sentence={t.text('mailboxes.none')}
          action={connect}
          guide={<GuideLink page="mailboxes" />}
        />
      )}
      {real.length > 0 && (
        <>
          <Group justify="flex-end" gap="sm">
            {mayManage && (
              <Button
                variant="default"
                renderRoot={(props) => <Link {...props} to="/settings/mailboxes/sign-in" />}
              >
                {t.text('mailboxes.apps.title')}
              </Button>
            )}
            {connect}
          </Group>
          <Panel title={t.text('mailboxes.connected')} flush>
            <Rows label={t.text('mailboxes.title')}>
              {real.map((mailbox) => (
                <MailboxRow key={mailbox.id} mailbox={mailbox} />
              ))}
            </Rows>
          </Panel>
        </>
      )}
      {mailboxes.data && <CatcherPanel catchers={items.filter(({ signIn }) => signIn === 'catcher')} />}
    </Page>
  );
}

/** Why a sign-in with a provider came to nothing, and the way back to it. */
function SignInTrouble() {
  const t = useMessages();
  const navigate = useNavigate();
  const { failed, fault } = route.useSearch();
  if (failed === undefined) return null;
  const key = `mailboxes.failed.${failed.replace('mailbox.', '')}`;
  const faultKey = `mailboxes.fault.${fault ?? ''}`;
  const why = t.has(faultKey) ? t.text(faultKey) : '';
  return (
    <Alert
      color="removed"
      variant="light"
      role="alert"
      withCloseButton
      closeButtonLabel={t.text('app.close')}
      onClose={() => void navigate({ to: '/settings/mailboxes', search: {} })}
    >
      {t.has(key) ? t.text(key) : t.text('mailboxes.failed.other')} {why}
    </Alert>
  );
}
