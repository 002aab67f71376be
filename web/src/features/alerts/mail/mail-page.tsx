import { Alert, Badge, Button, Group, Skeleton } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api } from '../../../api/client.js';
import { pagesOf } from '../../../api/pages.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { GuideLink } from '../../../ui/guide-link.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { toast, toastProblem } from '../../../ui/undo-toast.js';
import classes from './mail.module.css';
import { OneMail } from './one-mail.js';

const route = getRouteApi('/frame/settings/mail');
const PAGE_OF_MAILS = 50;
const KEY = ['get', '/api/v1/mail'] as const;

/** Mail of the program itself: sent, waiting, or caught because no mail server is set. */
export function MailPage() {
  const t = useMessages();
  const queries = useQueryClient();
  const { mail: openId } = route.useSearch();
  const navigate = route.useNavigate();
  const mails = useInfiniteQuery({
    queryKey: KEY,
    ...pagesOf((start, signal) =>
      api.GET('/api/v1/mail', { params: { query: { limit: PAGE_OF_MAILS, ...start } }, signal }),
    ),
  });
  const test = useMutation({
    mutationFn: () => api.POST('/api/v1/mail/test'),
    onSuccess: () => toast(t.text('alerts.mail.testSent')),
    onError: (error) => toastProblem(t, error),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  const items = mails.data?.pages.flatMap((page) => page.items) ?? [];
  const open = (mail?: string) =>
    void navigate({ search: ({ mail: _, ...before }) => (mail ? { ...before, mail } : before) });
  const testButton = (
    <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
      {t.text('alerts.mail.test')}
    </Button>
  );
  return (
    <Page>
      <PageHeader title={t.text('access.settings.mail')} />
      <ProblemAlert error={mails.error} onRetry={() => void mails.refetch()} />
      {mails.data?.pages[0]?.isCaught && <Alert color="accent">{t.text('alerts.mail.caughtHere')}</Alert>}
      {mails.isPending && <Skeleton h={160} />}
      {mails.data && items.length === 0 && (
        <EmptyState
          sentence={t.text('alerts.mail.none')}
          action={testButton}
          guide={<GuideLink page="mail" />}
        />
      )}
      {items.length > 0 && (
        <>
          <Group justify="flex-end">{testButton}</Group>
          <Panel flush>
            <Rows label={t.text('access.settings.mail')}>
              {items.map((one) => (
                <ListRow
                  key={one.id}
                  title={
                    <button type="button" className={classes['open']} onClick={() => open(one.id)}>
                      {one.subject}
                    </button>
                  }
                  note={
                    <>
                      {one.toAddress} · {t.text(`alerts.mail.kind.${one.kind}`)} ·{' '}
                      <RelativeTime at={one.createdAt} />
                      {one.lastError && ` · ${one.lastError}`}
                    </>
                  }
                >
                  <Badge variant="light" color={one.state === 'failed' ? 'removed' : 'accent'}>
                    {t.text(`alerts.mail.state.${one.state}`)}
                  </Badge>
                </ListRow>
              ))}
            </Rows>
          </Panel>
        </>
      )}
      {mails.hasNextPage && (
        <Group>
          <Button
            variant="default"
            loading={mails.isFetchingNextPage}
            onClick={() => void mails.fetchNextPage()}
          >
            {t.text('app.loadMore')}
          </Button>
        </Group>
      )}
      {openId && <OneMail id={openId} onClose={() => open()} />}
    </Page>
  );
}
