import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconPlayerPause,
  IconQuestionMark,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../i18n/messages-provider.js';
import badge from '../../ui/state-badge.module.css';
import type { DomainChecks, Mailbox } from './mailboxes-api.js';

const ICON = { size: 14, stroke: 1.75, 'aria-hidden': true } as const;

type Tone = 'live' | 'differs' | 'removed' | 'waiting';

/** Icon, word and colour together. */
export function Mark({
  tone,
  icon,
  children,
}: {
  readonly tone: Tone;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <span className={badge['badge']} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}

/** Whether a mailbox sends; the catcher keeps instead. */
export function MailboxState({ mailbox }: { readonly mailbox: Mailbox }) {
  const t = useMessages();
  if (mailbox.state === 'paused')
    return (
      <Mark tone="differs" icon={<IconPlayerPause {...ICON} />}>
        {t.text('mailboxes.state.paused')}
      </Mark>
    );
  return (
    <Mark tone="live" icon={<IconCircleCheck {...ICON} />}>
      {t.text(mailbox.signIn === 'catcher' ? 'mailboxes.state.catches' : 'mailboxes.state.active')}
    </Mark>
  );
}

const MARKS = {
  ok: { tone: 'live', Icon: IconCircleCheck },
  missing: { tone: 'differs', Icon: IconAlertTriangle },
  wrong: { tone: 'removed', Icon: IconCircleX },
  could_not_tell: { tone: 'waiting', Icon: IconQuestionMark },
} as const;

export const CHECKS = ['spf', 'dkim', 'dmarc', 'mx'] as const;

/** How a check of the domain ended: icon, word and colour together; with its name where it stands alone. */
export function DomainMark({ check, name }: { readonly check: DomainChecks['spf']; readonly name?: string }) {
  const t = useMessages();
  const { tone, Icon } = MARKS[check.state];
  const state = t.text(`mailboxes.check.state.${check.state}`);
  return (
    <Mark tone={tone} icon={<Icon {...ICON} />}>
      {name === undefined ? state : t.text('mailboxes.check.mark', { name, state })}
    </Mark>
  );
}

/** The checks of a domain that are not in order; nothing when all are. */
export function DomainMarks({ checks }: { readonly checks: DomainChecks }) {
  const t = useMessages();
  return CHECKS.filter((name) => checks[name].state !== 'ok').map((name) => (
    <DomainMark key={name} check={checks[name]} name={t.text(`mailboxes.check.${name}`)} />
  ));
}
