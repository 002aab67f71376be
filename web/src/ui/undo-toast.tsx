import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Messages } from '../i18n/messages.js';
import { problemText } from './problem-alert.js';

const UNDO_WITHIN_MS = 10_000;

/** Says that something was done and takes it back for ten seconds. */
export function toastWithUndo(t: Messages, message: string, undo: () => Promise<unknown>): void {
  const id = `undo-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
  const takeBack = () => {
    notifications.hide(id);
    undo().then(
      () => toast(t.text('app.undone')),
      (error: unknown) => toastProblem(t, error),
    );
  };
  notifications.show({
    id,
    autoClose: UNDO_WITHIN_MS,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': t.text('app.close') },
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{message}</span>
        <Button variant="default" onClick={takeBack}>
          {t.text('app.undo')}
        </Button>
      </Group>
    ),
  });
}

/** Says that something was done. */
export function toast(message: string): void {
  notifications.show({ message, autoClose: 4_000, withCloseButton: false });
}

/** Says that something did not work where no form or list is there to say it. */
export function toastProblem(t: Messages, error: unknown): void {
  notifications.show({
    message: problemText(error, t),
    autoClose: UNDO_WITHIN_MS,
    color: 'removed',
    closeButtonProps: { 'aria-label': t.text('app.close') },
  });
}
