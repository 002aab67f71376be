import type { MAIL_RULES } from '../../core/mail-reading/mail-rules.js';

/** Every rule a mail is kept with: those of reading, and those of the inbox itself. Each has a sentence in every language. */
export type MailRule =
  | (typeof MAIL_RULES)[keyof typeof MAIL_RULES][number]
  | 'own_address'
  | 'sent_folder'
  | 'unreadable'
  | 'corrected';
