import { Alert, Button, Menu } from '@mantine/core';
import {
  IconArchive,
  IconCircleCheck,
  IconDots,
  IconFileDownload,
  IconHandStop,
  IconHelpCircle,
  IconMailOff,
  IconPencil,
  IconRestore,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, bodyOf } from '../../../api/client.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { exactTime } from '../../../i18n/times.js';
import layout from '../../../ui/record-page.module.css';
import { toastWithUndo } from '../../../ui/undo-toast.js';
import type { ContactDetail } from '../contact-views.js';
import { contactActs } from '../contacts-api.js';
import { useMayMailWords } from '../may-mail-tag.js';
import { ContactDialog } from '../new/contact-dialog.js';
import classes from './contact.module.css';
import { EraseDialog } from './erase-dialog.js';
import { GroundDialog } from './ground-dialog.js';
import { ObjectionDialog } from './objection-dialog.js';
import { useContactAct } from './use-contact-act.js';

const ICONS = { yes: IconCircleCheck, no: IconMailOff, ask: IconHelpCircle } as const;
const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

/** Refusals that a recorded ground answers. */
const WITHOUT_GROUND = new Set(['ground_missing', 'evidence_missing', 'country_unknown', 'rule_unknown']);

/** Why the do-not-contact list keeps mail from this person, in words; null where it does not. */
function useHeld({ id, revision, erasedAt }: ContactDetail): string | null {
  const t = useMessages();
  const { data } = useQuery({
    queryKey: ['contacts', 'may-mail', id, revision],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/v1/contacts/{id}/may-mail', { params: { path: { id } }, signal })),
    enabled: erasedAt === null,
  });
  if (data?.code !== 'suppressed') return null;
  const reason = data.suppressionReason ?? 'asked';
  return t.text('courtesy.suppressed', { reason: t.text(`courtesy.reason.${reason}`) });
}

/** Whether this person may be mailed, as one sentence with its reason; and what can be done with the record. */
export function MailCard({ contact }: { readonly contact: ContactDetail }) {
  const t = useMessages();
  const mayWrite = useMay('write');
  const [isGrounding, setGrounding] = useState(false);
  const byRule = useMayMailWords(contact.mayMail);
  const held = useHeld(contact);
  const answer = held === null ? contact.mayMail.answer : 'no';
  // Their own objection says more than the entry on the list that it made.
  const why = contact.mayMail.code === 'objected' ? byRule : (held ?? byRule);
  const needsGround = held === null && WITHOUT_GROUND.has(contact.mayMail.code);
  const Icon = ICONS[answer];
  return (
    <>
      <section className={classes['mailCard']} aria-label={t.text('contacts.mayMailLabel')}>
        <span className={classes['mailIcon']} data-answer={answer}>
          <Icon size={22} stroke={1.75} aria-hidden />
        </span>
        <div className={classes['mailText']}>
          <h2 className={classes['sentence']}>{t.text(`contacts.mayMailSentence.${answer}`)}</h2>
          <p className={classes['why']}>{why}</p>
          {needsGround && mayWrite && !contact.archivedAt && (
            <Button variant="default" size="compact-sm" onClick={() => setGrounding(true)}>
              {t.text('courtesy.recordGround')}
            </Button>
          )}
          {isGrounding && <GroundDialog contactId={contact.id} onClose={() => setGrounding(false)} />}
          {contact.objectedAt && (
            <p className={classes['why']}>
              {t.text('contacts.objectedAt', { time: exactTime(new Date(contact.objectedAt), t) })}
            </p>
          )}
          {(contact.isFormer || contact.archivedAt) && (
            <p className={classes['tags']}>
              {contact.isFormer && <span className={layout['tag']}>{t.text('contacts.former')}</span>}
              {contact.archivedAt && <span className={layout['tag']}>{t.text('contacts.archived')}</span>}
            </p>
          )}
        </div>
        {mayWrite && !contact.erasedAt && <Acts contact={contact} />}
      </section>
      {contact.warnings.length > 0 && (
        <Alert variant="light" role="status">
          {t.text('contacts.alike', { count: contact.warnings.length })}{' '}
          {contact.warnings.map(({ contactId, name }) => (
            <Link
              key={contactId}
              to="/doubles/compare"
              search={{ kind: 'contact', keptId: contactId, otherId: contact.id }}
            >
              {name}
            </Link>
          ))}
        </Alert>
      )}
    </>
  );
}

type Dialog = 'edit' | 'objection' | 'erase';

function Acts({ contact }: { readonly contact: ContactDetail }) {
  const t = useMessages();
  const mayManage = useMay('manage');
  const { act } = useContactAct();
  const [open, setOpen] = useState<Dialog | null>(null);
  const close = () => setOpen(null);
  const restore = () => act(() => contactActs.restore(contact.id));
  const archive = () =>
    act(async () => {
      const archived = await contactActs.archive(contact.id);
      toastWithUndo(t, t.text('contacts.archivedNow'), restore);
      return archived;
    });
  return (
    <div className={layout['acts']}>
      <Button variant="default" leftSection={<IconPencil {...ICON} />} onClick={() => setOpen('edit')}>
        {t.text('contacts.edit')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots {...ICON} />}>
            {t.text('app.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {!contact.objectedAt && (
            <Menu.Item leftSection={<IconHandStop {...ICON} />} onClick={() => setOpen('objection')}>
              {t.text('contacts.objection.record')}
            </Menu.Item>
          )}
          {contact.archivedAt ? (
            <Menu.Item leftSection={<IconRestore {...ICON} />} onClick={() => void restore()}>
              {t.text('contacts.restore')}
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconArchive {...ICON} />} onClick={() => void archive()}>
              {t.text('contacts.archive')}
            </Menu.Item>
          )}
          {mayManage && (
            <Menu.Item
              component="a"
              href={`/api/v1/contacts/${contact.id}/data-export`}
              download
              leftSection={<IconFileDownload {...ICON} />}
            >
              {t.text('courtesy.person.export')}
            </Menu.Item>
          )}
          {mayManage && (
            <Menu.Item leftSection={<IconTrash {...ICON} />} onClick={() => setOpen('erase')}>
              {t.text('contacts.erase.verb')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === 'edit' && <ContactDialog contact={contact} onClose={close} />}
      {open === 'objection' && <ObjectionDialog contact={contact} onClose={close} />}
      <EraseDialog contact={contact} opened={open === 'erase'} onClose={close} />
    </div>
  );
}
