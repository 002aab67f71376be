import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n/messages-provider.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Page, Panel } from '../../../ui/page.js';
import { PageHeader } from '../../../ui/page-header.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import classes from '../mailboxes.module.css';
import { caughtQuery } from '../mailboxes-api.js';

/** What the built-in catcher kept: the last mails, whole. */
export function CaughtPage() {
  const t = useMessages();
  const caught = useQuery(caughtQuery);
  const items = caught.data?.items ?? [];
  return (
    <Page>
      <PageHeader
        title={t.text('mailboxes.catcher.caught')}
        parent={<Link to="/settings/mailboxes">{t.text('mailboxes.title')}</Link>}
      />
      <ProblemAlert error={caught.error} onRetry={() => void caught.refetch()} />
      {caught.isPending && <Skeleton h={90} />}
      {caught.data && items.length === 0 && <EmptyState sentence={t.text('mailboxes.catcher.none')} />}
      {items.length > 0 && (
        <Panel title={t.text('mailboxes.catcher.newest')} flush>
          <Rows label={t.text('mailboxes.catcher.caught')}>
            {items.map((mail) => (
              <ListRow
                key={mail.id}
                title={mail.subject}
                note={
                  <>
                    {t.text('mailboxes.catcher.between', { from: mail.fromAddress, to: mail.toAddress })} ·{' '}
                    <RelativeTime at={mail.caughtAt} />
                    <details>
                      <summary>{t.text('mailboxes.catcher.read')}</summary>
                      <pre className={classes['text']}>{mail.text}</pre>
                    </details>
                  </>
                }
              />
            ))}
          </Rows>
        </Panel>
      )}
    </Page>
  );
}
