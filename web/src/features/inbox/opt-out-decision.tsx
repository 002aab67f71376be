import { Button, Group } from '@mantine/core';
import { useMessages } from '../../i18n/messages-provider.js';
import classes from './inbox.module.css';
import { type ConversationMessage, inboxActs } from './inbox-api.js';
import type { ConversationActing } from './use-conversation-act.js';

interface Props {
  readonly message: ConversationMessage;
  readonly acting: ConversationActing;
}

/** Words about no longer being mailed: what was done because of them, or the two answers where they are not clear. */
export function OptOutDecision({ message, acting }: Props) {
  const t = useMessages();
  const { optOut } = message;
  if (optOut === null || optOut.answer === 'none') return null;
  const decide = (answer: 'suppress' | 'ignore') =>
    void acting.act(() => inboxActs.decideOptOut(message.id, answer), {
      says: t.text(`inbox.optOut.done.${answer}`),
    });
  const isOpen = optOut.answer === 'doubtful' && optOut.decided === null;
  return (
    <section className={classes['decision']} aria-label={t.text('inbox.optOut.label')}>
      <p>
        <b>{t.text(isOpen ? 'inbox.optOut.ask' : `inbox.optOut.${wordOf(optOut)}`)}</b>
      </p>
      {optOut.sentence !== '' && <blockquote className={classes['said']}>{optOut.sentence}</blockquote>}
      {isOpen && (
        <>
          <p className={classes['quiet']}>{t.text('inbox.optOut.paused')}</p>
          <Group gap="xs">
            <Button size="compact-sm" loading={acting.isBusy} onClick={() => decide('suppress')}>
              {t.text('inbox.optOut.suppress')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              disabled={acting.isBusy}
              onClick={() => decide('ignore')}
            >
              {t.text('inbox.optOut.ignore')}
            </Button>
          </Group>
        </>
      )}
    </section>
  );
}

function wordOf({ answer, decided }: NonNullable<ConversationMessage['optOut']>) {
  if (decided === 'suppress') return 'decidedSuppress';
  if (decided === 'ignore') return 'decidedIgnore';
  return answer === 'clear' ? 'clear' : 'notInterested';
}
