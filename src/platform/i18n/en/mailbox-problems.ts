import type { mailboxCodes } from '../../errors/codes/mailboxes.js';

/** Why a mail server could not be used, by the code of the fault. */
const FAULT =
  '{code, select, dns {its name could not be resolved; check the spelling of the host} address_refused {its address is not on the public internet; the operator can open a range with LINKLEDGER_FETCH_ALLOW} port_refused {this port is not one of mail; use 465, 587, 2525, 25, 993 or 143} clear_text_refused {passwords are never sent in clear text over the internet; choose TLS or STARTTLS} connection_refused {nothing answers at that port; check host and port} unreachable {it cannot be reached from here} timeout {it did not answer in time; check host, port and security, or try again later} closed {it hung up; the port and the security (TLS or STARTTLS) often do not belong together} tls_missing {it does not offer STARTTLS; choose TLS with its port, never clear text} tls_failed {no secure connection came about; the port and the security often do not belong together} certificate_expired {its certificate has run out; its operator must renew it} certificate_name {its certificate is for another name; use the host name the provider gives} certificate_untrusted {nobody who is trusted signed its certificate} not_spoken {what answers there does not speak this protocol; check the port} credentials_refused {user name or password are refused; some providers want an app password} sign_in_method {it does not offer a way to sign in like this} too_many_connections {it has too many connections of this account open; close other programs or try again later} other {it reports trouble of its own; try again later}}';

/** What happened and what to do next, for refusals of the module mailboxes. */
export const mailboxProblems: Readonly<Record<keyof typeof mailboxCodes, string>> = {
  'mailbox.not_found': 'There is no such mailbox here. Go back to the list.',
  'mailbox.changed_meanwhile':
    'Somebody else changed this mailbox meanwhile. Load it again and make your change once more.',
  'mailbox.address_invalid': 'That is not a mail address. Write it like name@agency.example.',
  'mailbox.address_taken': 'A mailbox with this address is connected already. Open it instead.',
  'mailbox.smtp_refused': `Nothing was kept. The server for sending could not be used: ${FAULT}.`,
  'mailbox.imap_refused': `Nothing was kept. The server for reading could not be used: ${FAULT}.`,
  'mailbox.window_reversed': 'The time until which it sends must be later than the time from which it sends.',
  'mailbox.no_days': 'Choose at least one day on which it sends.',
  'mailbox.client_unknown': 'One of these clients is not here. Choose from the list.',
  'mailbox.member_unknown': 'That person is not in the team. Choose from the list.',
  'mailbox.not_yours': 'This mailbox belongs to somebody else. They or a manager can change it.',
  'mailbox.archived': 'This mailbox was taken away. Connect it anew to use it.',
  'mailbox.has_no_server':
    'This is the built-in catcher: it has no server. Connect a mailbox to send for real.',
  'mailbox.has_no_password':
    'This mailbox signs in with its provider. Sign in there again instead of giving a password.',
  'mailbox.secret_unreadable':
    'The kept password cannot be read with the keys of this machine. Give it again, or put the key ring back.',
  'mailbox.provider_unknown': 'Signing in is possible with google, microsoft and custom.',
  'mailbox.app_missing':
    'No app is registered for this provider yet. A manager sets it up under Settings > Mailboxes.',
  'mailbox.app_in_use': 'Mailboxes sign in with this app. Take them away first.',
  'mailbox.app_incomplete':
    'An app of your own provider needs the addresses for signing in and for tokens, with https.',
  'mailbox.sign_in_expired': 'This sign-in is not open any more. Start it again from Settings > Mailboxes.',
  'mailbox.sign_in_refused': 'The provider did not let us in. Sign in again and allow what it asks for.',
  'mailbox.token_refused': 'The provider takes the kept sign-in no more. Sign in again.',
  'mailbox.token_unavailable': 'The provider does not answer this moment. Try again in a minute.',
};
