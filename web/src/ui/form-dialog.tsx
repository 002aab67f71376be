import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { useMessages } from '../i18n/messages-provider.js';
import { ProblemAlert } from './problem-alert.js';

interface Props {
  readonly title: string;
  /** The verb on the button. */
  readonly verb: string;
  readonly onClose: () => void;
  readonly onSubmit: ComponentProps<'form'>['onSubmit'];
  readonly isSending: boolean;
  readonly problem: unknown;
  readonly size?: 'md' | 'lg';
  readonly children: ReactNode;
}

/** A form over the page: its fields, what was wrong with it as a whole, and the two buttons. */
export function FormDialog({
  title,
  verb,
  onClose,
  onSubmit,
  isSending,
  problem,
  size = 'md',
  children,
}: Props) {
  const t = useMessages();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': t.text('app.close') }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="lg">
          {children}
          <ProblemAlert error={problem} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t.text('app.cancel')}
            </Button>
            <Button type="submit" loading={isSending}>
              {verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
