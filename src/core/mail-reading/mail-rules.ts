/**
 * The closed list of rules a reading can name, by what they take a mail for; docs/mail-reading.md explains each. Some automatic signs stand in two
 * places: they mean an automatic answer when the mail answers one of ours, and nothing of interest when it does not.
 */
export const MAIL_RULES = {
  bounce: [
    'dsn',
    'failed_recipients_header',
    'ndr_header',
    'notification',
    'bounce_subject_and_words',
    'bounce_words',
  ],
  complaint: ['feedback_report', 'complaint_words', 'notification'],
  auto_reply: [
    'auto_submitted',
    'auto_header',
    'auto_subject',
    'auto_precedence',
    'auto_suppress',
    'auto_empty_return_path',
    'auto_no_reply_sender',
  ],
  left_company: ['left_words'],
  reply: ['person'],
  unsubscribe: ['unsubscribe_mail', 'opt_out_words'],
  other: [
    'dsn_delayed',
    'dsn_information',
    'feedback_no_complaint',
    'notification',
    'read_receipt',
    'system_sender',
    'bulk',
    'auto_submitted',
    'auto_suppress',
    'auto_empty_return_path',
    'auto_no_reply_sender',
  ],
  unparsed: ['unparsed_parts', 'unparsed_form', 'unparsed_time', 'unparsed_memory', 'unparsed_crashed'],
} as const;
