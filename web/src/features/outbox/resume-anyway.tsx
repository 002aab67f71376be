import { Button, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useMessages } from '../../i18n/messages-provider.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { outboxActs } from './outbox-api.js';
import { useMailAct } from './use-mail-act.js';

/** As the server asks for it. */
const LEAST_LETTERS = 10;

/** An owner lets sending go on though nobody has found out what left since the backup; the reason is written down. */
export function ResumeAnyway() {
  const t = useMessages();
  const { act } = useMailAct();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t.text('outbox.resumeAnyway')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t.text('outbox.resumeAnyway')}
        verb={t.text('outbox.resumeAll')}
        isReady={reason.trim().length >= LEAST_LETTERS}
        onConfirm={() => act(() => outboxActs.resumeUnreconciled(reason.trim()), t.text('outbox.resumedAll'))}
      >
        <Stack gap="sm">
          <p>{t.text('outbox.resumeAnyway.ask')}</p>
          <Textarea
            label={t.text('outbox.resumeAnyway.reason')}
            description={t.text('outbox.resumeAnyway.kept')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            minRows={3}
            autosize
            maxLength={500}
            required
          />
        </Stack>
      </ConfirmDialog>
    </>
  );
}
