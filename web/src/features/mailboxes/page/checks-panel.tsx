import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { DomainRows } from '../domain-rows.js';
import { type Mailbox, useRefreshMailboxes } from '../mailboxes-api.js';
import { TrialRows } from '../trial-rows.js';

/** The connection and the domain, tried again on demand; each result says what to do next. */
export function ChecksPanel({ mailbox }: { readonly mailbox: Mailbox }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const refresh = useRefreshMailboxes();
  const test = useMutation({
    mutationFn: () =>
      bodyOf(api.POST('/api/v1/mailboxes/{id}/test', { params: { path: { id: mailbox.id } } })),
    onSettled: refresh,
  });
  const checks = test.data?.domain ?? mailbox.domainChecks;
  const aside = (
    <>
      <RelativeTime at={mailbox.domainCheckedAt} />
      {mayWrite && !mailbox.archivedAt && (
        <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
          {t.text('mailboxes.testAgain')}
        </Button>
      )}
    </>
  );
  return (
    <Panel title={t.text('mailboxes.check.title')} aside={aside} flush>
      <ProblemAlert error={test.error} />
      <div aria-live="polite">{test.data && <TrialRows trial={test.data} />}</div>
      {checks && <DomainRows checks={checks} />}
    </Panel>
  );
}
