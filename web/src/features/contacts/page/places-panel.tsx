import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlugConnectedX, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../../app/session/session.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { dayInWords } from '../../../i18n/times.js';
import { useFormAct } from '../../../ui/form-act.js';
import { FormDialog } from '../../../ui/form-dialog.js';
import { ListRow, Rows } from '../../../ui/list-row.js';
import { Panel } from '../../../ui/page.js';
import layout from '../../../ui/record-page.module.css';
import type { ContactDetail, ContactPlace } from '../contact-views.js';
import { contactActs, showContact } from '../contacts-api.js';
import { useContactAct } from './use-contact-act.js';

/** Where somebody works, at sites and publishers, and where they worked before. */
export function PlacesPanel({ contact }: { readonly contact: ContactDetail }) {
  const t = useMessages();
  const mayWrite = useMay('write') && !contact.erasedAt;
  const [isAdding, setAdding] = useState(false);
  const { places } = contact;
  return (
    <Panel
      title={t.text('contacts.places')}
      flush
      aside={
        mayWrite && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t.text('contacts.place.add')}
          </Button>
        )
      }
    >
      {places.length === 0 && <p className={layout['hint']}>{t.text('contacts.place.none')}</p>}
      {places.length > 0 && (
        <Rows label={t.text('contacts.places')}>
          {places.map((place) => (
            <PlaceRow key={place.id} place={place} mayWrite={mayWrite} />
          ))}
        </Rows>
      )}
      {isAdding && <AddPlace contactId={contact.id} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function PlaceName({ place }: { readonly place: ContactPlace }) {
  if (place.publisherId)
    return (
      <Link to="/publishers/$id" params={{ id: place.publisherId }}>
        {place.label}
      </Link>
    );
  if (!place.siteId) return <>{place.label}</>;
  return (
    <Link to="/sites/$siteId" params={{ siteId: place.siteId }}>
      {place.label}
    </Link>
  );
}

function PlaceRow({ place, mayWrite }: { readonly place: ContactPlace; readonly mayWrite: boolean }) {
  const t = useMessages();
  const { act } = useContactAct();
  const verb = t.text('contacts.place.end', { place: place.label });
  const days = [
    place.sinceOn && t.text('contacts.place.since', { day: dayInWords(place.sinceOn, t) }),
    place.untilOn && t.text('contacts.place.until', { day: dayInWords(place.untilOn, t) }),
  ];
  return (
    <ListRow
      title={
        <span className={`${layout['titleRow']} ${place.isFormer ? layout['past'] : ''}`}>
          <PlaceName place={place} />
          {place.isFormer && <span className={layout['tag']}>{t.text('contacts.place.former')}</span>}
        </span>
      }
      note={[place.role, ...days].filter(Boolean).join(' · ') || null}
    >
      {mayWrite && !place.isFormer && (
        <Tooltip label={verb}>
          <ActionIcon aria-label={verb} onClick={() => void act(() => contactActs.endPlace(place.id))}>
            <IconPlugConnectedX size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </ListRow>
  );
}

function AddPlace({ contactId, onClose }: { readonly contactId: string; readonly onClose: () => void }) {
  const t = useMessages();
  const queries = useQueryClient();
  const form = useForm({ initialValues: { siteAddress: '', role: '' } });
  const act = useFormAct(form, async ({ siteAddress, role }, headers) => {
    const body = { siteAddress: siteAddress.trim(), ...(role.trim() ? { role: role.trim() } : {}) };
    await showContact(queries, await contactActs.addPlace(contactId, body, headers));
    onClose();
  });
  const title = t.text('contacts.place.add');
  return (
    <FormDialog title={title} verb={title} onClose={onClose} {...act}>
      <TextInput
        label={t.text('contacts.place.site')}
        placeholder="tuinblog.example"
        inputMode="url"
        data-autofocus
        {...form.getInputProps('siteAddress')}
      />
      <TextInput label={t.text('contacts.place.role')} maxLength={200} {...form.getInputProps('role')} />
    </FormDialog>
  );
}
