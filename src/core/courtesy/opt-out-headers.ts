/** What decides whether a mail carries List-Unsubscribe. */
export interface OptOutSubject {
  /** Whether the person did not ask for it: a first mail of a pitch, or a follow-up before any answer. */
  readonly isCold: boolean;
  /** The kind of the campaign; null for a mail outside of one. */
  readonly campaignKind: string | null;
  /** Whether it answers a mail that came in: then a person writes to a person. */
  readonly isAnswer: boolean;
}

/** Kinds whose first mail answers a published request (D299), or speaks of a link that stands. */
const ASKED_FOR: ReadonlySet<string> = new Set(['haro']);

/**
 * Whether a mail carries the headers of one-click unsubscribing (RFC 2369, RFC 8058; D253): cold first mails and their follow-ups alone. Answers,
 * journalists who asked, orders and reclamations in a thread carry none: such a header on a conversation would call it bulk mail.
 */
export function carriesOptOut({ isCold, campaignKind, isAnswer }: OptOutSubject): boolean {
  return isCold && !isAnswer && (campaignKind === null || !ASKED_FOR.has(campaignKind));
}

/** The two headers of a mail that carries them; `mailto` is an address with its subject. */
export function optOutHeaders(
  url: string,
  mailto: { readonly address: string; readonly subject: string } | null,
): readonly { readonly name: string; readonly value: string }[] {
  const ways =
    mailto === null
      ? [`<${url}>`]
      : [`<${url}>`, `<mailto:${mailto.address}?subject=${encodeURIComponent(mailto.subject)}>`];
  return [
    { name: 'List-Unsubscribe', value: ways.join(', ') },
    { name: 'List-Unsubscribe-Post', value: 'List-Unsubscribe=One-Click' },
  ];
}
