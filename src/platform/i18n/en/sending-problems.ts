import type { sendingCodes } from '../../errors/codes/sending.js';

/** What happened and what to do next, for refusals of the module sending. */
export const sendingProblems: Readonly<Record<keyof typeof sendingCodes, string>> = {
  'sending.mail_not_found': 'There is no such mail. It may belong to another workspace or client.',
  'sending.address_refused':
    'This address cannot be written to ({reason}). Write one plain address, such as name@site.example.',
  'sending.text_refused':
    'The field {field} cannot be sent as it is ({fault}). Take out control characters and encoded words, and shorten it if it is long.',
  'sending.mailbox_unknown': 'There is no such mailbox, or it was put away. Choose another one.',
  'sending.not_waiting': 'This mail does not wait any more: it is {state}. Reload the outbox.',
  'sending.not_held': 'This mail is not held back. Reload the outbox.',
  'sending.not_in_doubt': 'Nothing is in doubt about this mail: it is {state}. Reload the outbox.',
  'sending.override_refused':
    'The reason {code} cannot be let pass. Only a conflict, an undecided ground and an exclusion of the client can.',
  'sending.not_paused': 'Sending is not paused.',
  'sending.already_paused': 'Sending is paused already.',
  'sending.not_reconciled':
    'This installation was put back from a backup, and nobody has looked yet what left since. Run "linkledger reconcile" on the server, then let sending go on.',
};
