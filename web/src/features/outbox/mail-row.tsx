import { Button, Group, UnstyledButton } from '@mantine/core';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { HoldReason } from './hold-reason.js';
import classes from './outbox.module.css';
import { type OutboxMail, outboxActs } from './outbox-api.js';
import type { OutboxState } from './outbox-search.js';
import { useMailAct } from './use-mail-act.js';

interface Props {
  readonly mail: OutboxMail;
  readonly state: OutboxState;
  readonly index: number;
  readonly onOpen: (id: string) => void;
}

/** One mail: to whom, what, for which pitch, and when; why it does not go, and what lets it. */
export function MailRow({ mail, state, index, onOpen }: Props) {
  const t = useMessages();
  const step =
    mail.stepNo === null
      ? t.text(`outbox.kind.${mail.kind}`)
      : t.text('outbox.step', { no: mail.stepNo, count: mail.stepCount ?? mail.stepNo });
  return (
    <li className={classes['row']} data-index={index}>
      <span data-row-head className={classes['rowHead']}>
        <UnstyledButton className={classes['open']} onClick={() => onOpen(mail.id)}>
          <b>{mail.toName || mail.toAddress}</b>
          <span className={classes['subject']}>{mail.subject}</span>
        </UnstyledButton>
        <span className={classes['quiet']}>
          {[step, mail.siteName, mail.campaignName].filter((one) => one !== null && one !== '').join(' · ')}
        </span>
        {state !== 'sent' && <HoldReason mail={mail} />}
        {state === 'failed' && <Failure mail={mail} />}
      </span>
      <span className={classes['rowEnd']}>
        <span className={classes['quiet']}>
          <RelativeTime at={whenOf(mail, state)} />
        </span>
        {mail.finalReply === 'caught' && <span className={classes['tag']}>{t.text('outbox.caught')}</span>}
        {state === 'held' && <Release mail={mail} />}
      </span>
    </li>
  );
}

function whenOf(mail: OutboxMail, state: OutboxState): string | null {
  if (state === 'held') return mail.heldAt;
  return state === 'sent' ? mail.sentAt : mail.notBefore;
}

/** Why a mail was never sent: the end of its try, else why its sequence let it go. */
function whyFailed(code: string, t: ReturnType<typeof useMessages>): string {
  const [own, ofSequence] = [`outbox.failure.${code}`, `sequences.reason.${code}`];
  if (t.has(own)) return t.text(own);
  return t.text('outbox.failure.other', { code: t.has(ofSequence) ? t.text(ofSequence) : code });
}

function Failure({ mail }: { readonly mail: OutboxMail }) {
  const t = useMessages();
  return (
    <span className={classes['bad']}>
      {whyFailed(mail.failureCode ?? '', t)}{' '}
      {mail.finalReply !== null && mail.finalReply !== '' && (
        <span className={classes['quiet']}>{mail.finalReply}</span>
      )}
    </span>
  );
}

/** Lets a held mail be looked at again; a manager may let it pass as it is. */
function Release({ mail }: { readonly mail: OutboxMail }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const mayManage = useMay('manage');
  const { act, isBusy } = useMailAct();
  if (!mayWrite) return null;
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        variant="default"
        size="compact-sm"
        loading={isBusy}
        onClick={() => void act(() => outboxActs.release(mail.id, []), t.text('outbox.released'))}
      >
        {t.text('outbox.release')}
      </Button>
      {mayManage && mail.holdCode !== null && mail.mayOverride && (
        <Button
          variant="default"
          size="compact-sm"
          disabled={isBusy}
          onClick={() =>
            void act(() => outboxActs.release(mail.id, [mail.holdCode ?? '']), t.text('outbox.overridden'))
          }
        >
          {t.text('outbox.override')}
        </Button>
      )}
    </Group>
  );
}
