import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMessages } from '../../../i18n/messages-provider.js';
import { Panel } from '../../../ui/page.js';
import { toastProblem } from '../../../ui/undo-toast.js';
import classes from '../mailboxes.module.css';
import { acts, type Mailbox, useRefreshMailboxes } from '../mailboxes-api.js';

/** The question whether earlier headers may be read, and how far that came. */
export function HistoryPanel({ mailbox }: { readonly mailbox: Mailbox }) {
  const t = useMessages();
  const refresh = useRefreshMailboxes();
  const answer = useMutation({
    mutationFn: (allowed: boolean) => acts.answerHistory(mailbox.id, allowed),
    onError: (error) => toastProblem(t, error),
    onSettled: refresh,
  });
  const { historyState, historyRead, historyFound, isMine, archivedAt } = mailbox;
  const isOpen = historyState === 'not_asked' || historyState === 'refused' || historyState === 'failed';
  return (
    <Panel title={t.text('mailboxes.history.title')}>
      <p className={classes['said']}>
        {t.text(`mailboxes.history.state.${historyState}`, { read: historyRead, found: historyFound })}
      </p>
      {isOpen && isMine && !archivedAt && (
        <Group gap="sm">
          <Button variant="default" loading={answer.isPending} onClick={() => answer.mutate(true)}>
            {t.text('mailboxes.history.allow')}
          </Button>
          {historyState === 'not_asked' && (
            <Button variant="default" onClick={() => answer.mutate(false)}>
              {t.text('mailboxes.history.refuse')}
            </Button>
          )}
        </Group>
      )}
    </Panel>
  );
}
