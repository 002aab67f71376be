import { type MailAddress, readMailAddress } from '../../core/contacts/mail-address.js';
import { AppError } from '../../platform/errors/app-error.js';
import type { ProbeAnswer } from './mailbox-probe.js';
import type { ConnectionWish } from './mailbox-wish.dto.js';

/** An address in the form it is kept in. Throws `mailbox.address_invalid`. */
export function addressOf(text: string): MailAddress {
  const read = readMailAddress(text);
  if (!read.ok) throw new AppError('mailbox.address_invalid', { reason: read.reason });
  return read.mail;
}

/** Refuses with the phase and the code of the first server that failed. Throws `mailbox.smtp_refused` and `mailbox.imap_refused`. */
export function refuseFaults({ smtp, imap }: ProbeAnswer): void {
  if (!smtp.isOk) throw new AppError('mailbox.smtp_refused', { phase: smtp.phase, code: smtp.code });
  if (!imap.isOk) throw new AppError('mailbox.imap_refused', { phase: imap.phase, code: imap.code });
}

/** The servers and the password of a wish, as they are tried. */
export function connectionOf({ smtp, imap, userName, password }: ConnectionWish) {
  return { smtp, imap, auth: { user: userName, pass: password } };
}
