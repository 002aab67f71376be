import type { InboundKind } from './inbox.js';

/** A recipient a bounce speaks of, and whether we ever wrote to that address. */
export interface BouncedRecipient {
  readonly addressKey: string;
  readonly permanent: boolean;
  readonly scope: 'address' | 'mailbox' | 'message' | 'sender';
  readonly status: string | null;
  readonly reason: string;
  /** Without it a report that anybody could have made up would keep an address from mail. */
  readonly wasMailed: boolean;
  /** Soft bounces of this address in the last 30 days, this one not counted. */
  readonly softBefore: number;
}

/** Everything the effects of a mail hang on. */
export interface EffectFacts {
  readonly kind: InboundKind;
  readonly optOut: 'clear' | 'doubtful' | 'not_interested' | 'none';
  /** The sender's key; empty where it has none. */
  readonly fromKey: string;
  readonly contactId: string | null;
  readonly recipients: readonly BouncedRecipient[];
  /** The address the matched mail of ours went to. */
  readonly mailedKey: string | null;
  /** YYYY-MM-DD. */
  readonly returnsOn: string | null;
}

/** What follows from a mail. Each is done once for our mail, kind and text, and is written down on it. */
export type Effect =
  | { readonly do: 'pause_for_reply' }
  | {
      readonly do: 'suppress';
      readonly addressKey: string;
      readonly reason: 'asked' | 'bounced' | 'complained';
    }
  | { readonly do: 'stop_address'; readonly addressKey: string; readonly code: StopCode }
  | { readonly do: 'pause_address'; readonly addressKey: string; readonly code: StopCode }
  | { readonly do: 'decline_pitch' }
  | { readonly do: 'delay'; readonly addressKey: string; readonly until: string }
  | { readonly do: 'contact_left'; readonly contactId: string }
  | { readonly do: 'address_bounced'; readonly addressKey: string }
  | { readonly do: 'pause_mailbox'; readonly status: string | null; readonly reason: string };

export type StopCode = 'opted_out' | 'opt_out_doubtful' | 'bounced' | 'complained' | 'left_company';

/** So many soft bounces in 30 days count as a hard one (D245). */
const SOFT_IS_HARD = 3;

const BY_KIND: Readonly<Record<InboundKind, (facts: EffectFacts) => Effect[]>> = {
  reply: (facts) => [{ do: 'pause_for_reply' }, ...optOutEffects(facts)],
  unparsed: unreadEffects,
  auto_reply: absenceEffects,
  left_company: leftEffects,
  bounce: ({ recipients }) => recipients.flatMap(bounceEffects),
  complaint: complaintEffects,
  unsubscribe: ({ fromKey }) => (fromKey === '' ? [] : suppressed(fromKey, 'asked', 'opted_out')),
  own: () => [],
  other: () => [],
};

/** What follows from a mail, in order (design of replies and opt-outs; D241-D245, D250-D252). */
export function effectsOf(facts: EffectFacts): Effect[] {
  return BY_KIND[facts.kind](facts);
}

/** What nobody could read may be an answer: nothing more leaves until a person has looked. */
function unreadEffects({ mailedKey, contactId }: EffectFacts): Effect[] {
  return mailedKey === null && contactId === null ? [] : [{ do: 'pause_for_reply' }];
}

function absenceEffects({ returnsOn, fromKey }: EffectFacts): Effect[] {
  return returnsOn === null || fromKey === '' ? [] : [{ do: 'delay', addressKey: fromKey, until: returnsOn }];
}

/** Every mail to an address stops, and it is kept from mail from now on. */
function suppressed(
  addressKey: string,
  reason: 'asked' | 'bounced' | 'complained',
  code: StopCode,
): Effect[] {
  return [
    { do: 'suppress', addressKey, reason },
    { do: 'stop_address', addressKey, code },
  ];
}

function optOutEffects({ optOut, fromKey }: EffectFacts): Effect[] {
  if (fromKey === '') return [];
  if (optOut === 'clear') return suppressed(fromKey, 'asked', 'opted_out');
  if (optOut === 'doubtful') return [{ do: 'pause_address', addressKey: fromKey, code: 'opt_out_doubtful' }];
  return optOut === 'not_interested' ? [{ do: 'decline_pitch' }] : [];
}

/** Whoever left is the person we mailed: the answer may come from a colleague or a machine. */
function leftEffects({ contactId, mailedKey, fromKey }: EffectFacts): Effect[] {
  const addressKey = mailedKey ?? fromKey;
  const stop: Effect[] = addressKey === '' ? [] : [{ do: 'stop_address', addressKey, code: 'left_company' }];
  return contactId === null ? stop : [{ do: 'contact_left', contactId }, ...stop];
}

function bounceEffects(recipient: BouncedRecipient): Effect[] {
  const { addressKey, scope, wasMailed, status, reason } = recipient;
  if (scope === 'sender') return [{ do: 'pause_mailbox', status, reason }];
  if (!wasMailed || addressKey === '') return [];
  const isHard =
    (recipient.permanent && scope === 'address') ||
    (scope === 'mailbox' && recipient.softBefore + 1 >= SOFT_IS_HARD);
  if (!isHard) return [];
  return [{ do: 'address_bounced', addressKey }, ...suppressed(addressKey, 'bounced', 'bounced')];
}

function complaintEffects({ recipients, mailedKey }: EffectFacts): Effect[] {
  const named = recipients.filter(({ wasMailed }) => wasMailed).map(({ addressKey }) => addressKey);
  const keys = new Set([...(mailedKey === null ? [] : [mailedKey]), ...named].filter((key) => key !== ''));
  return [...keys].flatMap((key) => suppressed(key, 'complained', 'complained'));
}
