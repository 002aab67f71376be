import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode, SubmitEventHandler } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';

interface Props {
  readonly title: string;
  /** The verb on the button. */
  readonly verb: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly act: {
    readonly isSending: boolean;
    readonly problem: unknown;
    readonly onSubmit: SubmitEventHandler<HTMLFormElement>;
  };
}

/** A small form over the page: says what will happen, asks what it needs, and keeps what was typed when it fails. */
export function ActModal({ title, verb, children, onClose, act }: Props) {
  const t = useMessages();
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t.text('app.close') }}>
      <form onSubmit={act.onSubmit} noValidate>
        <Stack gap="lg">
          {children}
          <ProblemAlert error={act.problem} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t.text('app.cancel')}
            </Button>
            <Button type="submit" loading={act.isSending}>
              {verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
