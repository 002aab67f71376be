const keyOf = (conversationId: string) => `linkledger-reply-${conversationId}`;

/** What was typed as an answer and not sent, on this page of the browser. */
export function keptDraft(conversationId: string): string {
  return sessionStorage.getItem(keyOf(conversationId)) ?? '';
}

/** Keeps what is typed until it is sent; nothing of it stays after the browser's page is closed. */
export function keepDraft(conversationId: string, text: string): void {
  if (text === '') sessionStorage.removeItem(keyOf(conversationId));
  else sessionStorage.setItem(keyOf(conversationId), text);
}
