import type { AddressStatus } from './contact.js';

/** What DNS says about mail to a domain: `unknown` when it could not be asked. */
export type MailRoute = 'mail_server' | 'address_only' | 'null_mx' | 'none' | 'unknown';

/** What a look at an address found. */
type AddressFinding =
  | 'takes_mail'
  | 'syntax'
  | 'null_mx'
  | 'no_mail_server'
  | 'no_mx'
  | 'disposable'
  | 'could_not_tell';

export interface AddressSight {
  readonly isWellFormed: boolean;
  readonly route: MailRoute;
  readonly isDisposable: boolean;
}

/** What is known already, and who said so; a word of a person, a service or a bounce weighs more than what DNS can tell. */
export interface KnownStatus {
  readonly status: AddressStatus;
  readonly checkedBy: string | null;
}

/**
 * What a look at an address means: a domain that takes no mail (RFC 7505, or neither MX nor address: RFC 5321, 5.1) makes it invalid, a throw-away
 * domain or one without MX risky. That a domain takes mail says nothing about the mailbox, so it never lifts what somebody else found; and what could
 * not be told changes nothing.
 */
export function judgeAddress(
  sight: AddressSight,
  known: KnownStatus,
): { readonly status: AddressStatus; readonly finding: AddressFinding } {
  const { status, finding } = seen(sight);
  if (status === 'invalid') return { status: known.status === 'bounced' ? 'bounced' : 'invalid', finding };
  const isOurs = known.status === 'unknown' || known.checkedBy === 'check';
  if (status === null || !isOurs) return { status: known.status, finding };
  return { status, finding };
}

/**
 * What a verifying service's word makes of an address: mail that came back weighs more than any service, and what the service does not know
 * changes nothing.
 */
export function judgeVerified(said: AddressStatus, known: AddressStatus): AddressStatus {
  return known === 'bounced' || said === 'unknown' ? known : said;
}

function seen({ isWellFormed, route, isDisposable }: AddressSight): {
  status: AddressStatus | null;
  finding: AddressFinding;
} {
  if (!isWellFormed) return { status: 'invalid', finding: 'syntax' };
  if (route === 'null_mx') return { status: 'invalid', finding: 'null_mx' };
  if (route === 'none') return { status: 'invalid', finding: 'no_mail_server' };
  if (isDisposable) return { status: 'risky', finding: 'disposable' };
  if (route === 'unknown') return { status: null, finding: 'could_not_tell' };
  return route === 'address_only'
    ? { status: 'risky', finding: 'no_mx' }
    : { status: 'valid', finding: 'takes_mail' };
}
