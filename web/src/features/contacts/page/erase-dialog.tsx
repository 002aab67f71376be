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

/** Asks before a person is erased, and says in numbers what goes and what stays. */
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
      <p>{t.text('contacts.erase.stays')}</p>
    </ConfirmDialog>
  );
}
