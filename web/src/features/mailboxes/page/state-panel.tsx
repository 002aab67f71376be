import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { Facts, Panel } from '../../../ui/page.js';
import { RelativeTime } from '../../../ui/relative-time.js';
import { toast, toastProblem } from '../../../ui/undo-toast.js';
import { MailboxState } from '../mailbox-marks.js';
import { acts, type Mailbox, useRefreshMailboxes } from '../mailboxes-api.js';
import { PauseDialog } from './pause-dialog.js';

/** Whether the mailbox sends and why not, what it sent today, and the acts on it. */
export function StatePanel({ mailbox }: { readonly mailbox: Mailbox }) {
  const t = useMessages();
  const rows = [
    { name: t.text('mailboxes.owner'), value: mailbox.ownerName ?? t.text('mailboxes.nobody') },
    { name: t.text('mailboxes.way'), value: t.text(`mailboxes.way.${mailbox.signIn}`) },
    {
      name: t.text('mailboxes.todayLabel'),
      value: t.text('mailboxes.today', { sent: mailbox.sentToday, cap: mailbox.capToday }),
    },
    { name: t.text('mailboxes.lastPolled'), value: <RelativeTime at={mailbox.lastPolledAt} /> },
    ...(mailbox.state === 'paused'
      ? [{ name: t.text('mailboxes.pausedWhy'), value: whyPaused(mailbox, t) }]
      : []),
    ...mailbox.folderErrors.map(({ path, code }) => ({
      name: path,
      value: t.text('mailboxes.folderTrouble', { code }),
    })),
  ];
  return (
    <Panel title={<MailboxState mailbox={mailbox} />} aside={<Acts mailbox={mailbox} />}>
      <Facts rows={rows} />
    </Panel>
  );
}

/** Why a mailbox stands still: a person's own words, else a sentence for the code. */
function whyPaused({ pauseCode, pauseReason }: Mailbox, t: ReturnType<typeof useMessages>): string {
  const key = `mailboxes.pause.${pauseCode ?? 'by_hand'}`;
  const sentence = t.has(key) ? t.text(key) : t.text('mailboxes.pause.other', { code: pauseCode ?? '' });
  return pauseReason ? `${sentence} ${pauseReason}` : sentence;
}

function Acts({ mailbox }: { readonly mailbox: Mailbox }) {
  const t = useMessages();
  const navigate = useNavigate();
  const mayWrite = useMay('write');
  const refresh = useRefreshMailboxes();
  const [open, setOpen] = useState<'pause' | 'archive' | null>(null);
  const resume = useMutation({
    mutationFn: () => acts.resume(mailbox.id),
    onSuccess: () => toast(t.text('mailboxes.resumed', { address: mailbox.address })),
    onError: (error) => toastProblem(t, error),
    onSettled: refresh,
  });
  if (!mayWrite || mailbox.archivedAt) return null;
  return (
    <>
      {mailbox.state === 'active' && (
        <Button variant="default" onClick={() => setOpen('pause')}>
          {t.text('mailboxes.pauseVerb')}
        </Button>
      )}
      {mailbox.state === 'paused' && mailbox.isMine && (
        <Button loading={resume.isPending} onClick={() => resume.mutate()}>
          {t.text('mailboxes.resume')}
        </Button>
      )}
      {mailbox.isMine && (
        <Button variant="default" onClick={() => setOpen('archive')}>
          {t.text('mailboxes.archive')}
        </Button>
      )}
      {open === 'pause' && <PauseDialog mailbox={mailbox} onClose={() => setOpen(null)} />}
      <ConfirmDialog
        opened={open === 'archive'}
        onClose={() => setOpen(null)}
        title={t.text('mailboxes.archiveOf', { address: mailbox.address })}
        verb={t.text('mailboxes.archive')}
        onConfirm={async () => {
          await acts.archive(mailbox.id);
          await refresh();
          await navigate({ to: '/settings/mailboxes', search: {} });
        }}
      >
        {t.text('mailboxes.archiveWhat')}
      </ConfirmDialog>
    </>
  );
}
