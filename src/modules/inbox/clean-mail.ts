import { readMailAddress } from '../../core/contacts/mail-address.js';
import { plainText, plainValue } from '../../core/inbox/plain-text.js';
import type { MailReading } from '../../core/mail-reading/mail-reading.js';
import type { MailPlace } from './inbound-rows.repository.js';

/** A mail as it lies on its server, read. */
export interface ReadMail {
  readonly place: MailPlace;
  /** What its folder is for. */
  readonly use: string;
  /** When the server got it; null where it does not say. */
  readonly receivedAt: Date | null;
  readonly reading: MailReading;
  /** The raw bytes, kept when the mail could not be read. */
  readonly rawSha256: string | null;
}

const LONGEST = { id: 998, subject: 2000, text: 500_000, name: 300, address: 320, html: 1_000_000 } as const;
const MOST_IDS = 100;
const MOST_PEOPLE = 100;

/** A reading with nothing in it that cannot be kept, and with the keys of its addresses. */
export interface CleanMail extends MailReading {
  readonly fromKey: string;
  readonly toKeys: readonly string[];
  readonly failedKeys: readonly string[];
  readonly sentAt: Date | null;
}

/** What of a reading is kept: bounded, and such as the database takes. */
export function cleanMail(reading: MailReading): CleanMail {
  const kept = plainValue(reading, LONGEST.html);
  const { from, to, recipients } = kept;
  const ids = (all: readonly string[]) => all.map((id) => plainText(id, LONGEST.id)).slice(-MOST_IDS);
  return {
    ...kept,
    subject: plainText(kept.subject, LONGEST.subject),
    text: plainText(kept.text, LONGEST.text),
    quoted: plainText(kept.quoted, LONGEST.text),
    messageId: kept.messageId === null ? null : plainText(kept.messageId, LONGEST.id),
    inReplyTo: kept.inReplyTo === null ? null : plainText(kept.inReplyTo, LONGEST.id),
    references: ids(kept.references),
    originalIds: ids(kept.originalIds),
    from:
      from === null
        ? null
        : { address: plainText(from.address, LONGEST.address), name: plainText(from.name, LONGEST.name) },
    to: to.slice(0, MOST_PEOPLE),
    recipients: recipients.slice(0, MOST_PEOPLE),
    attachments: kept.attachments.slice(0, MOST_PEOPLE),
    fromKey: addressKey(from?.address ?? ''),
    toKeys: to.slice(0, MOST_PEOPLE).flatMap(({ address }) => addressKey(address) || []),
    failedKeys: recipients.slice(0, MOST_PEOPLE).flatMap(({ address }) => addressKey(address ?? '') || []),
    sentAt: moment(kept.date),
  };
}

/** The key of an address, an empty text where it is none. */
export function addressKey(address: string): string {
  const read = readMailAddress(address);
  return read.ok ? read.mail.key : '';
}

function moment(date: string | null): Date | null {
  const ms = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(ms) || ms < 0 || ms > 4_102_444_800_000 ? null : new Date(ms);
}
