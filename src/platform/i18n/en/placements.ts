import type { SentenceCode } from '../../../core/placements/sentence.js';

/** What was found, short enough to stand inside a sentence; `none` and codes without a phrase of their own say nothing more. */
const reason =
  '{finding, select, link_absent {the page no longer has the link} page_gone {the page is gone} rel_not_follow {the link is {rel, select, null {not followed} other {rel="{rel}"}}} rel_not_nofollow {the link is followed} rel_unlabelled {the link is not labelled} rel_ugc_only {the link is labelled as ugc only} rel_not_ugc {the link is not labelled as ugc} anchor_differs {the anchor is "{anchor}"} region_differs {the link stands elsewhere on the page} not_indexable {the page is kept out of search engines} duration_short {the page announces an earlier end} wrong_target {the link leads to another page} dns {the host name does not resolve} tls {no secure connection is possible} timeout {the site does not answer in time} rate_limited {the site says we ask too often} server_error {the server reports an error} protocol {the answer is not usable} bad_encoding {the answer cannot be unpacked} redirect_loop {the redirects go round in a circle} too_many_redirects {there are too many redirects} address_refused {the address is not asked for} robots_unreachable {robots.txt does not answer} robots_denied {robots.txt keeps our agent out} http_status {the page answers with an error status} not_html {the answer is no HTML page} soft_404 {the page says it does not exist} domain_parked {the domain is parked or for sale} bot_wall {a check for robots stands before the page} consent_wall {a consent dialogue stands before the page} login {the page asks to sign in} paywall {the page is for subscribers} registration {the page asks to register} other_site {the address leads to another site} script_shell {the page could not be read without scripts} too_large {the page is too large} parse_limit {the page could not be read in time} hidden_suspected {the link may be hidden} in_noscript {the link stands in noscript} none {see the history of its checks} other {something was found}}';

/** The state of a placement in one sentence, as ICU MessageFormat. */
const sentences: Readonly<Record<SentenceCode, string>> = {
  awaited: 'Awaited: the link has not been seen yet{reason, select, null {} other { ({reason})}}.',
  'awaited.page_unknown': 'Awaited: the page is not known yet.',
  'awaited.not_checked': 'Awaited: the page has not been checked yet.',
  'awaited.overdue': 'Overdue: the link was due on {dueOn} and has not been seen.',
  'awaited.target_failing': 'Awaited: our own target page fails at the moment, so nothing is concluded.',
  live: 'Live.',
  'live.by_hand': 'Live: seen by hand, which counts until {until}.',
  'live.rechecking': 'Live, but being looked at again: {reason}.',
  'live.unlabelled': 'Live, but our own deal needs a label.',
  'live.not_as_expected': 'Live, but not as expected: {reason}.',
  'live.target_failing': 'Live; our own target page fails at the moment.',
  differs: 'Live, but a term differs: {reason}.',
  'differs.rechecking': 'A term differs, and the page is being looked at again: {reason}.',
  removed: 'Removed since {since}: {reason}. Last seen on {lastSeen}.',
  'removed.never_seen': 'Removed since {since}: {reason}.',
  'removed.baseline': 'Already gone when it was imported: {reason}.',
  site_down: 'The site is down since {since}: {reason}.',
  site_gone: 'The site is gone since {since}: {reason}.',
  check_by_hand: 'Could not be checked again and again, so please look: {reason}.',
  ended: 'Ended on {since}.',
  released: 'Released on {since}: the partner asked to be let go.',
  replaced: 'Replaced on {since} by another placement.',
};

/** Names of fields and terms inside sentences. */
const fieldNames: Readonly<Record<string, string>> = {
  source: 'page',
  target: 'target page',
  type: 'type',
  compensation: 'compensation',
  label: 'label',
  labelling: 'labelling',
  match: 'accepted address',
  rel: 'rel',
  anchor: 'anchor',
  region: 'place on the page',
  indexable: 'indexing',
  duration: 'duration',
  due: 'due day',
  owner: 'owner',
  notes: 'notes',
};

/** The source that is written down when somebody accepts a link as it is without a word. */
const accepted = 'Accepted as it was seen.';

/** All that is said about placements. */
export const placements = { reason, sentences, fieldNames, accepted };
