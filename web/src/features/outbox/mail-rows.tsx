import { useRef } from 'react';
import { formatTag } from '../../i18n/messages.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { Panel } from '../../ui/page.js';
import { useRowKeys } from '../../ui/row-keys.js';
import { byHour } from './by-hour.js';
import { MailRow } from './mail-row.js';
import classes from './outbox.module.css';
import type { OutboxMail } from './outbox-api.js';
import type { OutboxState } from './outbox-search.js';

interface Props {
  readonly state: OutboxState;
  readonly mails: readonly OutboxMail[];
  readonly onOpen: (id: string) => void;
}

/** Mails one can walk through by the keyboard; what waits stands by mailbox and hour. */
export function MailRows({ state, mails, onOpen }: Props) {
  const t = useMessages();
  const scroller = useRef<HTMLDivElement>(null);
  const plans = state === 'waiting' ? byHour(mails) : null;
  const ordered = plans ? plans.flatMap(({ hours }) => hours.flatMap((hour) => hour.mails)) : mails;
  useRowKeys({
    count: ordered.length,
    scroller,
    onOpen: (index) => {
      const mail = ordered[index];
      if (mail) onOpen(mail.id);
    },
  });
  const row = (mail: OutboxMail) => (
    <MailRow key={mail.id} mail={mail} state={state} index={ordered.indexOf(mail)} onOpen={onOpen} />
  );
  if (!plans)
    return (
      <div ref={scroller}>
        <Panel flush title={t.text(`outbox.state.${state}`)}>
          <ul className={classes['plain']} aria-label={t.text(`outbox.state.${state}`)}>
            {mails.map(row)}
          </ul>
        </Panel>
      </div>
    );
  return (
    <div ref={scroller} className={classes['plans']}>
      {plans.map(({ mailboxId, address, hours }) => (
        <Panel
          key={mailboxId}
          flush
          title={address}
          aside={t.text('outbox.mails', { count: hours.reduce((sum, hour) => sum + hour.mails.length, 0) })}
        >
          {hours.map((hour) => (
            <section key={hour.at.toISOString()} className={classes['hour']}>
              <h3 className={classes['hourTitle']}>
                {hourWords(hour.at, t)} <span className={classes['quiet']}>{hour.mails.length}</span>
              </h3>
              <ul className={classes['plain']} aria-label={hourWords(hour.at, t)}>
                {hour.mails.map(row)}
              </ul>
            </section>
          ))}
        </Panel>
      ))}
    </div>
  );
}

/** "Mon 23 Nov, from 10:00"; an hour that is past has begun. */
function hourWords(at: Date, t: ReturnType<typeof useMessages>): string {
  const when = new Intl.DateTimeFormat(formatTag(t.locale), {
    timeZone: t.timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
  return t.text('outbox.hour', { when });
}
