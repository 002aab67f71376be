import type { MailReading } from '../../core/mail-reading/mail-reading.js';
import { type ReadingContext, readMail, unparsedMail } from '../../core/mail-reading/read-mail.js';
import { parseMail } from './parse-mail.js';

/** Reads a mail in this thread, as the reading thread and tests do; programs ask a `MailReader`, which has limits of time and memory. */
export async function readBytes(bytes: Uint8Array, context: ReadingContext): Promise<MailReading> {
  const parsed = await parseMail(bytes);
  return parsed.ok ? readMail(parsed.mail, context) : unparsedMail(parsed.mail, parsed.limit);
}
