/** What decides whether a mail carries List-Unsubscribe. */
interface OptOutSubject {
  /** A step of a sequence, an answer to a mail that came in, or a mail of its own. */
  readonly kind: 'sequence' | 'reply' | 'single';
  /** Whether nobody asked for it: a first mail of a campaign whose kind is cold, or a follow-up before any answer. */
  readonly isCold: boolean;
}

/**
 * Whether a mail carries the headers of one-click unsubscribing (RFC 2369, RFC 8058; D253): cold first mails and their follow-ups alone. Answers,
 * journalists who asked, orders and reclamations in a thread carry none: such a header on a conversation would call it bulk mail.
 */
export function carriesOptOut({ kind, isCold }: OptOutSubject): boolean {
  return isCold && kind !== 'reply';
}

/**
 * The two headers of a mail that carries them: the page of the link first, then a mail to the address it came from with the link's token in its
 * subject, which the inbox takes for a wish to unsubscribe.
 */
export function optOutHeaders(
  url: string,
  mailTo: string,
): readonly { readonly name: string; readonly value: string }[] {
  const token = url.slice(url.lastIndexOf('/') + 1);
  const subject = encodeURIComponent(`unsubscribe ${token}`);
  return [
    { name: 'List-Unsubscribe', value: `<${url}>, <mailto:${mailTo}?subject=${subject}>` },
    { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
  ];
}
