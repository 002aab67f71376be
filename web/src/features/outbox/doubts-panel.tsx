import { Button, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../../app/session/session.js';
import { useMessages } from '../../i18n/messages-provider.js';
import { exactTime } from '../../i18n/times.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { Panel } from '../../ui/page.js';
import { RelativeTime } from '../../ui/relative-time.js';
import { EvidenceList } from './evidence-list.js';
import classes from './outbox.module.css';
import { type OutboxMail, outboxActs, outboxList } from './outbox-api.js';
import type { OutboxSearch } from './outbox-search.js';
import { useMailAct } from './use-mail-act.js';

interface Props {
  readonly search: OutboxSearch;
  readonly onOpen: (id: string) => void;
}

/** Mails of which nobody knows whether they left, whatever else is looked at: never sent again by themselves. */
export function DoubtsPanel({ search, onOpen }: Props) {
  const t = useMessages();
  const doubts = useInfiniteQuery(outboxList({ ...search, state: 'doubt' }));
  const mails = doubts.data?.pages.flatMap(({ items }) => items) ?? [];
  if (mails.length === 0) return null;
  return (
    <Panel flush title={t.text('outbox.doubts', { count: mails.length })}>
      <p className={classes['why']}>{t.text('outbox.doubts.why')}</p>
      <ul className={classes['plain']} aria-label={t.text('outbox.state.doubt')}>
        {mails.map((mail) => (
          <Doubt key={mail.id} mail={mail} onOpen={onOpen} />
        ))}
      </ul>
    </Panel>
  );
}

function Doubt({ mail, onOpen }: { readonly mail: OutboxMail; readonly onOpen: Props['onOpen'] }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const { act, isBusy } = useMailAct();
  const [asked, setAsked] = useState<'sent' | 'not_sent' | null>(null);
  const to = mail.toName || mail.toAddress;
  return (
    <li className={classes['doubt']}>
      <div className={classes['doubtHead']}>
        <div>
          <b>{to}</b> <span className={classes['quiet']}>{mail.toAddress}</span>
          <div>{mail.subject}</div>
          <div className={classes['quiet']}>
            {[mail.siteName, mail.campaignName, t.text('outbox.from', { address: mail.mailboxAddress })]
              .filter((one) => one !== null)
              .join(' · ')}
            {mail.inDoubtAt !== null && (
              <>
                {' · '}
                <RelativeTime at={mail.inDoubtAt} />
              </>
            )}
          </div>
        </div>
        <Group gap="xs">
          <Button variant="subtle" size="compact-sm" onClick={() => onOpen(mail.id)}>
            {t.text('outbox.read')}
          </Button>
          {mayWrite && (
            <>
              <Button variant="default" size="compact-sm" loading={isBusy} onClick={() => setAsked('sent')}>
                {t.text('outbox.wasSent')}
              </Button>
              <Button
                variant="default"
                size="compact-sm"
                disabled={isBusy}
                onClick={() => setAsked('not_sent')}
              >
                {t.text('outbox.sendAgain')}
              </Button>
            </>
          )}
        </Group>
      </div>
      <EvidenceList mail={mail} />
      <ConfirmDialog
        opened={asked === 'sent'}
        onClose={() => setAsked(null)}
        title={t.text('outbox.wasSent')}
        verb={t.text('outbox.wasSent')}
        onConfirm={() => act(() => outboxActs.settle(mail.id, 'sent'), t.text('outbox.settled.sent'))}
      >
        {t.text('outbox.wasSent.ask', {
          to,
          when: mail.inDoubtAt === null ? '' : exactTime(new Date(mail.inDoubtAt), t),
        })}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked === 'not_sent'}
        onClose={() => setAsked(null)}
        title={t.text('outbox.sendAgain')}
        verb={t.text('outbox.sendAgain')}
        onConfirm={() => act(() => outboxActs.settle(mail.id, 'not_sent'), t.text('outbox.settled.not_sent'))}
      >
        {t.text('outbox.sendAgain.ask', { to })}
      </ConfirmDialog>
    </li>
  );
}
