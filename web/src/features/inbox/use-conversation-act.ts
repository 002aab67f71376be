import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../i18n/messages-provider.js';
import { toast, toastProblem, toastWithUndo } from '../../ui/undo-toast.js';
import { type Conversation, refreshConversation, showConversation } from './inbox-api.js';

interface Said {
  readonly says?: string;
  /** Takes the act back; the toast offers it for ten seconds. */
  readonly undo?: () => Promise<Conversation>;
}

/** Does something with a conversation and shows it as it is then; what was refused is said, and the conversation read again. */
export function useConversationAct(id: string) {
  const t = useMessages();
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const act = async (call: () => Promise<Conversation>, { says, undo }: Said = {}): Promise<boolean> => {
    setBusy(true);
    try {
      await showConversation(queries, await call());
      if (says && undo) toastWithUndo(t, says, async () => showConversation(queries, await undo()));
      else if (says) toast(says);
      return true;
    } catch (error) {
      toastProblem(t, error);
      await refreshConversation(queries, id);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { act, isBusy };
}

export type ConversationActing = ReturnType<typeof useConversationAct>;
