import { Button, Group, Modal, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../i18n/messages-provider.js';
import { ProblemAlert } from './problem-alert.js';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What will happen, in numbers. */
  readonly children: ReactNode;
  /** The verb on the button. */
  readonly verb: string;
  readonly onConfirm: () => Promise<unknown>;
  /** Whether what is asked for has been typed. */
  readonly isReady?: boolean;
}

/** Asks before something that cannot be undone. What can be undone happens at once, see `toastWithUndo`. */
export function ConfirmDialog({ opened, onClose, title, children, verb, onConfirm, isReady = true }: Props) {
  const t = useMessages();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const confirm = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      <Stack gap="lg">
        <div>{children}</div>
        <ProblemAlert error={error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t.text('app.cancel')}
          </Button>
          <Button color="removed" loading={busy} disabled={!isReady} onClick={() => void confirm()}>
            {verb}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
