import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { idempotencyKey } from '../../../api/client.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayInWords, shortDay } from '../../../i18n/times.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Panel } from '../../../ui/page.js';
import layout from '../../../ui/record-page.module.css';
import type { ContactDetail, ContactGround } from '../contact-views.js';
import { contactActs } from '../contacts-api.js';
import classes from './contact.module.css';
import { GroundDialog } from './ground-dialog.js';
import { useContactAct } from './use-contact-act.js';

/** Why this person may be mailed, with what proves it; withdrawn grounds stay, with why. */
export function GroundsPanel({ contact }: { readonly contact: ContactDetail }) {
  const t = useMessages();
  const mayWrite = useMay('write') && !contact.erasedAt;
  const [isRecording, setRecording] = useState(false);
  return (
    <Panel
      title={t.text('contacts.ground.title')}
      flush
      aside={
        mayWrite && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => setRecording(true)}
          >
            {t.text('contacts.ground.record')}
          </Button>
        )
      }
    >
      {contact.grounds.length === 0 && <p className={layout['hint']}>{t.text('contacts.ground.none')}</p>}
      {contact.grounds.length > 0 && (
        <Rows label={t.text('contacts.ground.title')}>
          {contact.grounds.map((ground) => (
            <GroundRow key={ground.id} ground={ground} mayWrite={mayWrite} />
          ))}
        </Rows>
      )}
      {mayWrite && contact.proposedGround && (
        <Offer contactId={contact.id} offered={contact.proposedGround} />
      )}
      {isRecording && <GroundDialog contactId={contact.id} onClose={() => setRecording(false)} />}
    </Panel>
  );
}

interface OfferProps {
  readonly contactId: string;
  readonly offered: NonNullable<ContactDetail['proposedGround']>;
}

/** What earlier mail offers as a ground, to be recorded with one press; it is recorded by nobody else. */
function Offer({ contactId, offered }: OfferProps) {
  const t = useMessages();
  const { isBusy, act } = useContactAct();
  const { ground, evidenceOn, mailboxAddress } = offered;
  const proof = { day: dayInWords(evidenceOn, t), mailbox: mailboxAddress };
  const body = { ground, evidenceOn, evidenceText: t.text('contacts.ground.offerProof', proof) };
  return (
    <Rows label={t.text('contacts.ground.offered')}>
      <ListRow
        title={t.text('contacts.ground.offer', { ground: t.text(`contacts.ground.${ground}`) })}
        note={t.text('contacts.ground.offerProof', proof)}
      >
        <Button
          size="compact-sm"
          loading={isBusy}
          onClick={() =>
            void act(
              () => contactActs.recordGround(contactId, body, idempotencyKey()),
              t.text('contacts.ground.recordedNow'),
            )
          }
        >
          {t.text('contacts.ground.record')}
        </Button>
      </ListRow>
    </Rows>
  );
}

function GroundRow({ ground, mayWrite }: { readonly ground: ContactGround; readonly mayWrite: boolean }) {
  const t = useMessages();
  const { isBusy, act } = useContactAct();
  const isPast = ground.withdrawnAt !== null;
  return (
    <ListRow
      title={
        <span className={`${layout['titleRow']} ${isPast ? layout['past'] : ''}`}>
          {t.text(`contacts.ground.${ground.ground}`)}
          {ground.withdrawnReason && (
            <span className={layout['tag']}>{t.text(`contacts.withdrawn.${ground.withdrawnReason}`)}</span>
          )}
        </span>
      }
      note={<Evidence ground={ground} />}
    >
      {mayWrite && !isPast && (
        <Button
          variant="default"
          size="compact-sm"
          loading={isBusy}
          onClick={() =>
            void act(() => contactActs.withdrawGround(ground.id), t.text('contacts.ground.withdrawnNow'))
          }
        >
          {t.text('contacts.ground.withdraw')}
        </Button>
      )}
    </ListRow>
  );
}

function Evidence({ ground }: { readonly ground: ContactGround }) {
  const t = useMessages();
  const { evidenceUrl, evidenceOn, evidenceText, recordedAt, recordedByName } = ground;
  const recorded = shortDay(new Date(recordedAt), new Date(), t);
  return (
    <>
      {evidenceText && <p className={classes['evidence']}>{evidenceText}</p>}
      {evidenceUrl && (
        <div className={classes['address']}>
          <a href={evidenceUrl} target="_blank" rel="noopener noreferrer nofollow">
            {evidenceUrl}
          </a>
        </div>
      )}
      <div>
        {evidenceOn && `${t.text('contacts.ground.on', { day: dayInWords(evidenceOn, t) })} · `}
        {recordedByName
          ? t.text('contacts.ground.recordedBy', { name: recordedByName, day: recorded })
          : t.text('contacts.ground.recorded', { day: recorded })}
      </div>
    </>
  );
}
