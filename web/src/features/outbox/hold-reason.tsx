import { IconHandStop, IconHourglass } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../../i18n/messages-provider.js';
import classes from './outbox.module.css';
import type { OutboxMail } from './outbox-api.js';

type Held = Pick<OutboxMail, 'holdCode' | 'holdSentence' | 'heldAt' | 'pitchId'>;

/** Why a mail does not go now: a person must do something, or it waits for its moment; and what to do. */
export function HoldReason({ mail }: { readonly mail: Held }) {
  const t = useMessages();
  if (mail.holdCode === null) return null;
  const isHeld = mail.heldAt !== null;
  const Icon = isHeld ? IconHandStop : IconHourglass;
  const todo = `outbox.todo.${mail.holdCode}`;
  return (
    <span className={classes['reason']} data-held={isHeld || undefined}>
      <Icon size={14} stroke={1.75} aria-hidden />
      <span>
        {mail.holdSentence}
        {isHeld && t.has(todo) && <> {t.text(todo)}</>}
        {isHeld && mail.pitchId !== null && (
          <>
            {' '}
            <Link to="/pitches/$id" params={{ id: mail.pitchId }}>
              {t.text('outbox.toPitch')}
            </Link>
          </>
        )}
      </span>
    </span>
  );
}
