import { Badge } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconPlayerPause,
  IconQuestionMark,
} from '@tabler/icons-react';
import { useMessages } from '../../i18n/messages-provider.js';
import type { DomainChecks, Mailbox } from './mailboxes-api.js';

const ICON = { size: 14, stroke: 1.75, 'aria-hidden': true } as const;

/** Whether a mailbox sends: always icon, word and colour together. */
export function MailboxState({ mailbox }: { readonly mailbox: Mailbox }) {
  const t = useMessages();
  const isPaused = mailbox.state === 'paused';
  return (
    <Badge
      variant="light"
      color={isPaused ? 'differs' : 'live'}
      leftSection={isPaused ? <IconPlayerPause {...ICON} /> : <IconCircleCheck {...ICON} />}
    >
      {t.text(`mailboxes.state.${mailbox.state}`)}
    </Badge>
  );
}

const MARKS = {
  ok: { color: 'live', Icon: IconCircleCheck },
  missing: { color: 'differs', Icon: IconAlertTriangle },
  wrong: { color: 'removed', Icon: IconCircleX },
  could_not_tell: { color: 'gray', Icon: IconQuestionMark },
} as const;

export const CHECKS = ['spf', 'dkim', 'dmarc', 'mx'] as const;

/** How a check of the domain ended: icon, word and colour together; with its name where it stands alone. */
export function DomainMark({ check, name }: { readonly check: DomainChecks['spf']; readonly name?: string }) {
  const t = useMessages();
  const { color, Icon } = MARKS[check.state];
  const state = t.text(`mailboxes.check.state.${check.state}`);
  return (
    <Badge variant="light" color={color} leftSection={<Icon {...ICON} />}>
      {name === undefined ? state : t.text('mailboxes.check.mark', { name, state })}
    </Badge>
  );
}

/** The checks of a domain that are not in order; nothing when all are. */
export function DomainMarks({ checks }: { readonly checks: DomainChecks }) {
  const t = useMessages();
  return CHECKS.filter((name) => checks[name].state !== 'ok').map((name) => (
    <DomainMark key={name} check={checks[name]} name={t.text(`mailboxes.check.${name}`)} />
  ));
}
