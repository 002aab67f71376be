import { Alert, Button, Group } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOf } from '../../api/views.js';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { RelativeTime } from '../../ui/relative-time.js';
import classes from './outbox.module.css';
import { outboxActs, sendingState } from './outbox-api.js';
import { ResumeAnyway } from './resume-anyway.js';
import { useMailAct } from './use-mail-act.js';

/** Says when nothing is sent at all, and why; a manager stops everything here and lets it go on. */
export function SendingBar() {
  const t = useMessages();
  const mayManage = useMay('manage');
  const mayOwn = useMay('own');
  const { data: sending } = useQuery(sendingState());
  const { act, isBusy } = useMailAct();
  const [isAsking, setAsking] = useState(false);
  if (!sending) return null;
  if (!sending.isPaused)
    return mayManage ? (
      <Group justify="flex-end">
        <Button
          variant="default"
          size="compact-sm"
          loading={isBusy}
          leftSection={<IconPlayerPause size={16} stroke={1.75} aria-hidden />}
          onClick={() => void act(outboxActs.pauseAll, t.text('outbox.pausedAll'))}
        >
          {t.text('outbox.pauseAll')}
        </Button>
      </Group>
    ) : null;
  const key = `outbox.paused.${pausedWords(sending)}`;
  return (
    <Alert
      color="differs"
      variant="light"
      role="status"
      title={t.text('outbox.paused')}
      icon={<IconPlayerPause size={16} stroke={1.75} aria-hidden />}
    >
      <Group justify="space-between" gap="sm">
        <p className={classes['says']}>
          {t.has(key) ? t.text(key) : t.text('outbox.paused.by_person')}{' '}
          {sending.pausedAt !== null && <RelativeTime at={sending.pausedAt} />}
        </p>
        {sending.needsReconciling && mayOwn && <ResumeAnyway />}
        {mayManage && !sending.needsReconciling && (
          <Button
            loading={isBusy}
            leftSection={<IconPlayerPlay size={16} stroke={1.75} aria-hidden />}
            onClick={() => setAsking(true)}
          >
            {t.text('outbox.resumeAll')}
          </Button>
        )}
      </Group>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t.text('outbox.resumeAll')}
        verb={t.text('outbox.resumeAll')}
        onConfirm={() => act(outboxActs.resumeAll, t.text('outbox.resumedAll'))}
      >
        {t.text('outbox.resumeAsk')}
      </ConfirmDialog>
    </Alert>
  );
}

/** After a restore it matters whether the mailboxes were looked into. */
function pausedWords({ pauseCode, needsReconciling }: AnswerOf<'/api/v1/sending'>): string {
  if (pauseCode === 'restored') return needsReconciling ? 'restored' : 'reconciled';
  return pauseCode ?? 'by_person';
}
