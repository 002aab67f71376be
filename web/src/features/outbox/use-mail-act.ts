import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../i18n/messages-provider.js';
import { toast, toastProblem } from '../../ui/undo-toast.js';
import { refreshOutbox } from './outbox-api.js';

/** Does something with a mail, says so, and shows the outbox as it is then. */
export function useMailAct() {
  const t = useMessages();
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const act = async (call: () => Promise<unknown>, says: string): Promise<void> => {
    setBusy(true);
    try {
      await call();
      toast(says);
    } catch (error) {
      toastProblem(t, error);
    } finally {
      setBusy(false);
      await refreshOutbox(queries);
    }
  };
  return { act, isBusy };
}
