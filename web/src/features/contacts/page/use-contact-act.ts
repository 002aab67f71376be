import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../../i18n/messages-provider.js';
import { toast, toastProblem } from '../../../ui/undo-toast.js';
import type { ContactDetail } from '../contact-views.js';
import { showContact } from '../contacts-api.js';

/** Does something with a contact, shows it as it is then, and says so; a refusal is said, too. */
export function useContactAct() {
  const t = useMessages();
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const act = async (call: () => Promise<ContactDetail>, says?: string) => {
    setBusy(true);
    try {
      await showContact(queries, await call());
      if (says) toast(says);
    } catch (error) {
      toastProblem(t, error);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, act };
}
