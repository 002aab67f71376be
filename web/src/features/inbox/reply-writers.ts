import type { ConversationMessage } from './inbox-api.js';

type Sender = ConversationMessage['from'];
type Received = Pick<ConversationMessage, 'direction' | 'kind' | 'correctedKind' | 'from'>;

/** Our own mails, and what programs of mail servers write: nobody reads an answer to them. */
const NOBODYS: ReadonlySet<string | null> = new Set(['own', 'bounce', 'complaint']);

/** Everybody who wrote here and can be answered: who really replied first, and among them who wrote last. */
export function writersOf(messages: readonly Received[]): Sender[] {
  const came = messages.filter(
    ({ direction, kind, correctedKind, from }) =>
      direction === 'in' && !NOBODYS.has(correctedKind ?? kind) && from.address !== '',
  );
  const isReply = ({ kind, correctedKind }: Received) => (correctedKind ?? kind) === 'reply';
  const newest = [...came].reverse();
  const all = [...newest.filter(isReply), ...newest].map(({ from }) => from);
  return all.filter(({ address }, place) => all.findIndex((one) => one.address === address) === place);
}
