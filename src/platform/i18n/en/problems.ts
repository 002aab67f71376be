import type { ErrorCode } from '../../errors/codes.js';
import { approvalProblems } from './approval-problems.js';
import { campaignProblems } from './campaign-problems.js';
import { contactProblems } from './contact-problems.js';
import { courtesyProblems } from './courtesy-problems.js';
import { discoveryProblems } from './discovery-problems.js';
import { inboxProblems } from './inbox-problems.js';
import { mailboxProblems } from './mailbox-problems.js';
import { mergeProblems } from './merge-problems.js';
import { orderProblems } from './order-problems.js';
import { prospectProblems } from './prospect-problems.js';
import { publisherProblems } from './publisher-problems.js';
import { reclamationProblems } from './reclamation-problems.js';
import { relationshipProblems } from './relationship-problems.js';
import { reportProblems } from './report-problems.js';
import { sendingProblems } from './sending-problems.js';
import { sequenceProblems } from './sequence-problems.js';
import { taskProblems } from './task-problems.js';
import { templateProblems } from './template-problems.js';
import { viewProblems } from './view-problems.js';

/** What happened and what to do next, for each refusal; ICU MessageFormat, parameters are those of the refusal. */
export const problems: Readonly<Record<ErrorCode, string>> = {
  'request.invalid': 'Some fields are not right. Correct those that are named and send the request again.',
  'request.malformed': 'The request could not be read. Send one JSON object with every key once.',
  'request.cursor_invalid': 'This place in the list is not known. Start again from the first page.',
  'request.cross_site': 'The request came from another site and was refused. Work on this site itself.',
  'request.not_found': 'There is nothing here. Check the address.',
  'request.too_large': 'The request is too large. Send less at once.',
  'request.content_type': 'The content type is not accepted here. Send application/json.',
  'idempotency.key_invalid': 'The Idempotency-Key must be 1 to 255 visible characters.',
  'idempotency.in_progress': 'The same request is being worked on. Wait a moment and send it again.',
  'idempotency.other_body': 'This Idempotency-Key was used for another request. Take a new key.',
  'server.failed':
    'Something went wrong on our side. Try again; if it stays, tell your administrator the request id.',
  'access.not_signed_in': 'You are not signed in. Sign in and try again.',
  'access.wrong_credentials': 'Address or password is wrong. Check both and try again.',
  'access.forbidden': 'You may not do this. Ask an owner or manager of the workspace.',
  'access.session_needed': 'An API token cannot do this. Sign in with a browser.',
  'access.no_workspace': 'You belong to no workspace any more. Ask for an invitation.',
  'access.too_many_tries':
    'Too many tries. Wait {retryAfterS, plural, one {# second} other {# seconds}} and try again.',
  'access.busy': 'Too many people sign in at the moment. Try again in a few seconds.',
  'access.email_taken':
    'This address has just come in somewhere else. Open the invitation again and sign in with its password.',
  'access.password_too_short': 'The password is too short. Take at least 10 characters.',
  'access.password_too_long': 'The password is too long. Take at most 256 characters.',
  'access.password_too_common': 'This password is among the first that are tried. Take another one.',
  'access.password_wrong': 'The present password is not right. Type it again.',
  'setup.done': 'This installation is set up already. Sign in, or ask for an invitation.',
  'setup.in_progress': 'Somebody else is setting this up right now. Try again in a moment.',
  'setup.token_wrong': 'The set-up token is not right. It was printed when the server started.',
  'setup.email_taken': 'This address is in use already. Take another one.',
  'session.not_found': 'This session has ended already.',
  'workspace.not_found': 'There is no such workspace for you.',
  'workspace.settings_do_not_fit':
    'A site must count as down before it counts as gone. Change one of the two numbers of days.',
  'member.not_found': 'There is no such member.',
  'member.already_left': 'This member has left already.',
  'member.last_owner': 'A workspace needs an owner. Make somebody else an owner first.',
  'member.role_not_limitable':
    'Owners and managers see all clients. Only members, viewers and clients can be limited.',
  'member.clients_needed': 'Somebody of a client sees named clients only. Name at least one.',
  'member.client_unknown': 'One of these clients does not exist. Choose from the list.',
  'member.hand_over_invalid':
    'This person cannot take the work over. Choose an active member who sees the same clients.',
  'invitation.not_found': 'This invitation is used, taken back or too old. Ask for a new one.',
  'invitation.already_member': 'This person is a member already.',
  'invitation.sign_in_needed': 'Somebody with this address can sign in already. Give that password.',
  'invitation.name_and_password_needed': 'Give your name and a new password.',
  'api_token.not_found': 'There is no such API token.',
  'api_token.expired_already': 'This day is over already. Take a later one.',
  'database.unavailable': 'The database does not answer. Try again in a moment.',
  'database.busy': 'The database is busy. Try again in a moment.',
  'job.not_found': 'There is no such job.',
  'job.not_undoable': 'This job cannot be undone.',
  'mail.not_found': 'There is no such mail.',
  'notification.not_found': 'There is no such notification.',
  'client.not_found': 'There is no such client.',
  'client.name_taken': 'A client of this name exists already. Take another name.',
  'client.archived': 'This client is archived. Restore it first.',
  'client.logo_missing': 'Choose a picture for the logo.',
  'client.logo_type': 'A logo is a PNG, JPEG or WebP picture.',
  'client.no_logo': 'This client has no logo yet.',
  'brand.not_found': 'There is no such brand.',
  'brand.name_taken': 'This client has a brand of this name already. Take another name.',
  'brand.archived': 'This brand is archived. Restore it first.',
  'target_page.not_found': 'There is no such target page.',
  'target_page.exists': 'This target page is on the list already.',
  'site.not_found': 'There is no such site.',
  'site.exists': 'This site is known already.',
  'site.not_declared': 'This site was not cut from another one, so there is nothing to rejoin it with.',
  'site.not_below_a_site': 'This address is no part of a larger site.',
  'site.not_of_that_kind': 'This address is not of the chosen kind. Choose sub-domain or path.',
  'site.no_address': 'This is no address of a site. Check its spelling.',
  'metric.unknown_metric': 'This source does not measure that. Choose one of its figures.',
  'metric.not_a_number': 'The value must be a number.',
  'metric.not_whole': 'This figure is a whole number.',
  'metric.out_of_range': 'The value must lie between {from} and {to}. Check the figure and its source.',
  'metric.in_future': 'The day it was measured lies in the future.',
  'metric.from_open_list':
    'This figure is read from an open list and cannot be typed in. Ask whoever runs Linkledger to name the list in its settings.',
  'authority.not_configured':
    'No open list is named in the settings of this installation. Ask whoever runs Linkledger to set LINKLEDGER_AUTHORITY_RANKS or LINKLEDGER_TRANCO.',
  'authority.unreadable':
    'The list is not in a form that is known. Check that the setting names a domain ranks file or a Tranco list.',
  'authority.unreachable':
    'The list could not be read. Check the path or address in the settings, then refresh again.',
  'placement.not_found': 'There is no such placement.',
  'placement.duplicate': 'This placement exists already.',
  'placement.changed_meanwhile':
    'Somebody changed this placement meanwhile. Look at it again and repeat your change.',
  'placement.act_not_allowed': 'This is not possible in the present state of the placement.',
  'placement.archived': 'This placement is archived. Restore it first.',
  'placement.never_checked': 'This placement was never checked. Check it first.',
  'placement.nothing_to_accept': 'Nothing was seen that could be accepted. Check the placement first.',
  'placement.page_unknown': 'The page of this placement is not known. Write it down first.',
  'placement.owner_cannot_see':
    'This member is limited to other clients and would not see the placement. Choose somebody else.',
  'placement.document_type': 'Files of this kind cannot be kept. Take a PDF, a text or a picture.',
  'placement.document_missing': 'There is no document in the request. Add the file.',
  'placement.document_not_found': 'There is no such document.',
  'placement.evidence_not_found': 'No evidence was kept for this check: no page could be read.',
  'placement.picture_not_found': 'There is no picture of this sight.',
  'placement.picture_type': 'Only PNG, JPEG and WebP pictures can be kept.',
  'placement.too_many': 'These are too many placements at once. Choose fewer.',
  'import.not_found': 'There is no such import.',
  'import.unreadable': 'The file could not be read as a table. Save it as CSV and choose it again.',
  'import.not_now': 'This is not possible at this step of the import.',
  'import.columns_missing': 'A column that is needed is not chosen. Say which column holds it.',
  'import.brand_needed': 'Choose the brand this file is for.',
  'import.ground_needed':
    'Say on which ground the people of this file may be mailed, or choose deliberately that none is known.',
  'import.ground_note_needed': 'Say in words what the ground is.',
  'import.refused': 'This is a list of links within one site. Export the links from other sites instead.',
  'import.broke_off': 'The import broke off. Begin it again: it goes on where it was.',
  'upload.gone': 'The file is no longer kept. Choose it again.',
  ...publisherProblems,
  ...contactProblems,
  ...prospectProblems,
  ...relationshipProblems,
  ...mergeProblems,
  ...viewProblems,
  ...discoveryProblems,
  ...templateProblems,
  ...taskProblems,
  ...campaignProblems,
  ...orderProblems,
  ...approvalProblems,
  ...mailboxProblems,
  ...courtesyProblems,
  ...sequenceProblems,
  ...sendingProblems,
  ...inboxProblems,
  ...reclamationProblems,
  ...reportProblems,
};

/** Headings by HTTP status. */
export const problemTitles: Readonly<Record<number, string>> = {
  400: 'The request is not right',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Not now',
  410: 'No longer here',
  413: 'Too large',
  415: 'Wrong content type',
  422: 'Not possible',
  429: 'Too many tries',
  500: 'Something went wrong',
  502: 'Another service failed',
  503: 'Not available now',
  504: 'Another service was too slow',
};
