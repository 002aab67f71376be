import type { MailReading } from '../../core/mail-reading/mail-reading.js';

/** What is known beside the bytes of a mail. */
export interface MailContext {
  /** Our own sender addresses: a line that names one before a quote begins the quoted part. */
  readonly ownAddresses: readonly string[];
}

/** Reads a mail of any form; one that cannot be read within the limits is of kind `unparsed`. */
export interface MailReader {
  read(bytes: Buffer, context: MailContext): Promise<MailReading>;
  close(): Promise<void>;
}
