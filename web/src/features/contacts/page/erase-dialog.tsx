import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { query } from '../../../api/client.js';
import { useMessages } from '../../../i18n/messages-provider.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import type { ContactDetail } from '../contact-views.js';
import { contactActs } from '../contacts-api.js';
import { useContactAct } from './use-contact-act.js';

interface Props {
  readonly contact: ContactDetail;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** What is told of the counts, in this order; what there is none of is left out. */
const TOLD = [
  'addresses',
  'grounds',
  'notes',
  'touches',
  'enrollments',
  'mailsWaiting',
  'mailsOut',
  'mailsIn',
  'conversations',
] as const;

/** Asks before a person is erased, and says in numbers what goes, mails included, and what stays. */
export function EraseDialog({ contact, opened, onClose }: Props) {
  const t = useMessages();
  const { act } = useContactAct();
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t.text('contacts.erase.title')}
      verb={t.text('contacts.erase.confirm')}
      onConfirm={() => act(() => contactActs.erase(contact.id), t.text('contacts.erase.done'))}
    >
      <p>
        {t.text('contacts.erase.what', {
          addresses: contact.addresses.length,
          places: contact.places.length,
          grounds: contact.grounds.length,
        })}
      </p>
      {opened && <Numbers contactId={contact.id} />}
      <p>{t.text('contacts.erase.stays')}</p>
    </ConfirmDialog>
  );
}

function Numbers({ contactId }: { readonly contactId: string }) {
  const t = useMessages();
  const path = { params: { path: { id: contactId } } };
  const { data, isPending } = useQuery(
    query.queryOptions('get', '/api/v1/contacts/{id}/data-counts', path, { staleTime: 0 }),
  );
  if (isPending) return <Skeleton height={72} />;
  if (data === undefined) return null;
  return (
    <>
      <p>{t.text('courtesy.person.numbers')}</p>
      <ul>
        {TOLD.filter((what) => data[what] > 0).map((what) => (
          <li key={what}>{t.text(`courtesy.person.${what}`, { count: data[what] })}</li>
        ))}
      </ul>
    </>
  );
}
