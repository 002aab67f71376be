import { Button, Group, Modal, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { exactTime } from '../../i18n/times.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Facts } from '../../ui/page.js';
import { ProblemAlert } from '../../ui/problem-alert.js';
import { EvidenceList } from './evidence-list.js';
import { HoldReason } from './hold-reason.js';
import classes from './outbox.module.css';
import { type OutboxDetail, outboxActs, outboxMail } from './outbox-api.js';
import { useMailAct } from './use-mail-act.js';

/** One mail as it leaves, or left: to whom, when, its whole text, and what can still be done. */
export function MailDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useMessages();
  const { data, error, isPending, refetch } = useQuery(outboxMail(id));
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={data?.subject ?? t.text('outbox.mail')}
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <Skeleton h={240} />}
      {data && <Whole mail={data} onClose={onClose} />}
    </Modal>
  );
}

function Whole({ mail, onClose }: { readonly mail: OutboxDetail; readonly onClose: () => void }) {
  const t = useMessages();
  const isWaiting = mail.state === 'ready' || mail.state === 'deferred';
  const rows = [
    { name: t.text('outbox.to'), value: [mail.toName, mail.toAddress].filter(Boolean).join(' · ') },
    { name: t.text('outbox.mailbox'), value: mail.mailboxAddress },
    {
      name: t.text(mail.sentAt === null ? 'outbox.goes' : 'outbox.went'),
      value: exactTime(new Date(mail.sentAt ?? mail.notBefore), t),
    },
    ...(mail.pitchId === null
      ? []
      : [
          {
            name: t.text('outbox.for'),
            value: (
              <Link to="/pitches/$id" params={{ id: mail.pitchId }}>
                {[mail.siteName, mail.campaignName].filter(Boolean).join(' · ') || t.text('outbox.toPitch')}
              </Link>
            ),
          },
        ]),
    ...(mail.finalReply === null || mail.finalReply === ''
      ? []
      : [{ name: t.text('outbox.answer'), value: mail.finalReply }]),
  ];
  return (
    <Stack gap="md">
      <Facts rows={rows} />
      <HoldReason mail={mail} />
      {(mail.state === 'in_doubt' || mail.state === 'unknown') && <EvidenceList mail={mail} />}
      <pre className={classes['text']}>{mail.text}</pre>
      {isWaiting && <Acts mail={mail} onClose={onClose} />}
    </Stack>
  );
}

function Acts({ mail, onClose }: { readonly mail: OutboxDetail; readonly onClose: () => void }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const { act, isBusy } = useMailAct();
  const [asked, setAsked] = useState<'now' | 'cancel' | null>(null);
  if (!mayWrite) return null;
  const to = mail.toName || mail.toAddress;
  const after = (doing: Promise<void>) => doing.then(onClose);
  return (
    <Group justify="flex-end" gap="sm">
      <Button variant="default" disabled={isBusy} onClick={() => setAsked('cancel')}>
        {t.text('outbox.cancel')}
      </Button>
      {mail.heldAt === null && (
        <Button
          variant="default"
          loading={isBusy}
          onClick={() => void after(act(() => outboxActs.hold(mail.id), t.text('outbox.heldNow')))}
        >
          {t.text('outbox.hold')}
        </Button>
      )}
      <Button disabled={isBusy} onClick={() => setAsked('now')}>
        {t.text('outbox.sendNow')}
      </Button>
      <ConfirmDialog
        opened={asked === 'now'}
        onClose={() => setAsked(null)}
        title={t.text('outbox.sendNow')}
        verb={t.text('outbox.sendNow')}
        onConfirm={() => after(act(() => outboxActs.sendNow(mail.id), t.text('outbox.goesNow')))}
      >
        {t.text('outbox.sendNow.ask', { to })}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked === 'cancel'}
        onClose={() => setAsked(null)}
        title={t.text('outbox.cancel')}
        verb={t.text('outbox.cancel')}
        onConfirm={() => after(act(() => outboxActs.cancel(mail.id), t.text('outbox.cancelled')))}
      >
        {t.text('outbox.cancel.ask', { to })}
      </ConfirmDialog>
    </Group>
  );
}
