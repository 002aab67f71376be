import { ActionIcon, Button, Menu, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconDots, IconMailCheck, IconMailSearch, IconPlus, IconStar, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useHasService } from '../../../api/outside-services.js';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Panel } from '../../../ui/page.js';
import layout from '../../../ui/record-page.module.css';
import { RelativeTime } from '../../../ui/relative-time.js';
import { toast, toastProblem } from '../../../ui/undo-toast.js';
import { AddressTag } from '../address-tag.js';
import { ADDRESS_STATUSES, type ContactAddress, type ContactDetail } from '../contact-views.js';
import {
  checkAddress,
  contactActs,
  contactDetail,
  contactKeys,
  showContact,
  verifyAddress,
} from '../contacts-api.js';
import classes from './contact.module.css';
import { useContactAct } from './use-contact-act.js';

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

/** The addresses of a contact, the main one first, with what is known of each and how to look again. */
export function AddressesPanel({ contact }: { readonly contact: ContactDetail }) {
  const t = useMessages();
  const mayWrite = useMay('write') && !contact.erasedAt;
  const [isAdding, setAdding] = useState(false);
  return (
    <Panel
      title={t.text('contacts.addresses')}
      flush
      aside={
        mayWrite && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus {...ICON} />}
            onClick={() => setAdding(true)}
          >
            {t.text('contacts.address.add')}
          </Button>
        )
      }
    >
      {contact.addresses.length === 0 && <p className={layout['hint']}>{t.text('contacts.address.none')}</p>}
      {contact.addresses.length > 0 && (
        <Rows label={t.text('contacts.addresses')}>
          {contact.addresses.map((address) => (
            <AddressRow key={address.id} address={address} contactId={contact.id} mayWrite={mayWrite} />
          ))}
        </Rows>
      )}
      {isAdding && <AddAddress contactId={contact.id} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

interface RowProps {
  readonly address: ContactAddress;
  readonly contactId: string;
  readonly mayWrite: boolean;
}

function AddressRow({ address, contactId, mayWrite }: RowProps) {
  const t = useMessages();
  return (
    <ListRow
      title={
        <span className={layout['titleRow']}>
          <span className={classes['address']}>{address.address}</span>
          <AddressTag status={address.status} />
          {address.isMain && <span className={layout['tag']}>{t.text('contacts.address.main')}</span>}
        </span>
      }
      note={<Finding address={address} />}
    >
      {mayWrite && <CheckNow address={address} contactId={contactId} />}
      {mayWrite && <AddressMenu address={address} contactId={contactId} />}
    </ListRow>
  );
}

/** What the last look found, in words, who said so, and when. */
function Finding({ address: { findingCode, checkedAt, checkedBy } }: { readonly address: ContactAddress }) {
  const t = useMessages();
  if (!checkedAt) return <>{t.text('contacts.address.notChecked')}</>;
  const key = `contacts.finding.${findingCode ?? 'none'}`;
  const by = `contacts.checkedBy.${checkedBy ?? 'check'}`;
  return (
    <>
      {t.has(key) ? t.text(key) : findingCode} · {t.has(by) ? t.text(by) : checkedBy}{' '}
      <RelativeTime at={checkedAt} />
    </>
  );
}

/** Has an address looked at, and shows the contact as it is then. */
function useLook(contactId: string) {
  const t = useMessages();
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const look = async (ask: () => Promise<ContactAddress>, says?: string) => {
    setBusy(true);
    try {
      await ask();
      await showContact(queries, await queries.query({ ...contactDetail(contactId), staleTime: 0 }));
      if (says) toast(says);
    } catch (error) {
      toastProblem(t, error);
      await queries.invalidateQueries({ queryKey: contactKeys.one(contactId) });
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, look };
}

function CheckNow({ address, contactId }: Omit<RowProps, 'mayWrite'>) {
  const t = useMessages();
  const { isBusy, look } = useLook(contactId);
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={isBusy}
      leftSection={<IconMailCheck {...ICON} />}
      aria-label={t.text('contacts.address.checkThis', { address: address.address })}
      onClick={() => void look(() => checkAddress(address.id))}
    >
      {t.text('contacts.address.check')}
    </Button>
  );
}

function AddressMenu({ address, contactId }: Omit<RowProps, 'mayWrite'>) {
  const t = useMessages();
  const { act } = useContactAct();
  const { look } = useLook(contactId);
  const hasHunter = useHasService('hunter');
  const verify = () => look(() => verifyAddress(address.id), t.text('contacts.address.verified'));
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t.text('contacts.address.more', { address: address.address })}>
          <IconDots {...ICON} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!address.isMain && (
          <Menu.Item
            leftSection={<IconStar {...ICON} />}
            onClick={() => void act(() => contactActs.changeAddress(address.id, { isMain: true }))}
          >
            {t.text('contacts.address.makeMain')}
          </Menu.Item>
        )}
        {hasHunter && (
          <Menu.Item leftSection={<IconMailSearch {...ICON} />} onClick={() => void verify()}>
            {t.text('contacts.address.verify')}
          </Menu.Item>
        )}
        <Menu.Label>{t.text('contacts.address.setStatus')}</Menu.Label>
        {ADDRESS_STATUSES.filter((status) => status !== address.status).map((status) => (
          <Menu.Item
            key={status}
            onClick={() => void act(() => contactActs.changeAddress(address.id, { status }))}
          >
            {t.text(`contacts.status.${status}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconTrash {...ICON} />}
          onClick={() =>
            void act(() => contactActs.removeAddress(address.id), t.text('contacts.address.removed'))
          }
        >
          {t.text('contacts.address.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function AddAddress({ contactId, onClose }: { readonly contactId: string; readonly onClose: () => void }) {
  const t = useMessages();
  const queries = useQueryClient();
  const form = useForm({ initialValues: { address: '' } });
  const act = useFormAct(form, async ({ address }, headers) => {
    await showContact(queries, await contactActs.addAddress(contactId, { address: address.trim() }, headers));
    onClose();
  });
  const title = t.text('contacts.address.add');
  return (
    <FormDialog title={title} verb={title} onClose={onClose} {...act}>
      <TextInput
        label={t.text('contacts.address.one')}
        inputMode="email"
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('address')}
      />
    </FormDialog>
  );
}
