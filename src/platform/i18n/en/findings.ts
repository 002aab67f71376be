import type { FindingCode } from '../../../core/verifier/verdict.js';

/** One sentence for each finding, as ICU MessageFormat; parameters are those the judge gives. */
export const findings: Readonly<Record<FindingCode, string>> = {
  dns: 'The name of the host could not be resolved to an address.',
  tls: 'No secure connection could be made: {detail, select, expired {the certificate has expired} not_yet_valid {the certificate is not valid yet} wrong_name {the certificate is for another name} self_signed {the certificate is self-signed} unknown_issuer {the issuer of the certificate is not known} revoked {the certificate was revoked} other {the handshake failed}}.',
  timeout:
    'The site did not answer in time{detail, select, connect { (no connection)} headers { (no answer began)} other {}}.',
  rate_limited: 'The site says we ask too often (status 429); it is asked again later.',
  server_error: 'The server reports an error of its own{status, select, null {} other { (status {status})}}.',
  protocol:
    'The answer was not usable: {detail, select, connection_refused {the host refused the connection} connection_reset {the connection was cut} connection_closed {the connection was closed early} host_unreachable {there is no way to the host} headers_too_large {its headers are too large} no_location {a redirect named no usable address} interim_flood {it sent nothing but interim answers} other {it does not keep to HTTP}}.',
  bad_encoding:
    'The answer could not be unpacked: {detail, select, stacked {it was packed more than once} unknown_coding {it was packed in a way nobody asked for} ratio {it unpacks to far more than was sent} inflated_too_large {it unpacks to more than 10 MB} other {the data are damaged}}.',
  redirect_loop: 'The redirects go round in a circle.',
  too_many_redirects: 'There are more than 5 redirects.',
  address_refused:
    'The address is not asked for: {detail, select, scheme {it is no http or https address} userinfo {it carries a user name or password} port {its port is not one of websites} own_port {it is this program itself} other {it is not on the public internet}}.',
  robots_unreachable:
    "The site's robots.txt did not answer, so the page was not asked for{detail, select, timeout { (timeout)} connection_refused { (connection refused)} null {} other {}}.",
  robots_denied: "The site's robots.txt does not let our agent fetch this page.",
  page_gone: 'The page is gone (status {status}).',
  http_status: 'The page answers with status {status}, so it could not be read.',
  not_html: 'The answer is no HTML page{contentType, select, null {} other { ({contentType})}}.',
  rel_not_follow:
    'The link is not followed by search engines{pageNofollow, select, true { (the whole page says nofollow)} other { (rel="{rel}")}}, though it should be.',
  rel_not_nofollow: 'The link has neither nofollow, sponsored nor ugc (rel="{rel}").',
  rel_unlabelled: 'The link is not labelled as sponsored or nofollow (rel="{rel}").',
  rel_ugc_only: 'The link is labelled as ugc alone, which does not stand for sponsored.',
  rel_not_ugc: 'The link has neither ugc nor nofollow (rel="{rel}").',
  anchor_differs: 'The anchor is "{seen}" and not "{agreed}".',
  region_differs:
    'The link stands in the {seen, select, content {content} nav {navigation} header {header} footer {footer} aside {sidebar} comment {comments} other {{seen}}}, not in the {agreed, select, content {content} nav {navigation} header {header} footer {footer} aside {sidebar} comment {comments} other {{agreed}}}.',
  not_indexable:
    'Search engines do not index the page: {reason, select, noindex {it says noindex} robots_txt {robots.txt keeps Googlebot out} other {it names another address as canonical}}.',
  duration_short: 'The page announces its end on {until}, before the agreed {agreed}.',
  wrong_target: 'The page links to {href}, not to {agreed}.',
  soft_404: 'The page says that it does not exist, though its status is a success.',
  domain_parked: 'The domain is parked or for sale.',
  bot_wall: 'The page shows a check for robots instead of its content.',
  consent_wall: 'The page shows a consent dialogue instead of its content.',
  login: 'The page asks to sign in.',
  paywall: 'The page shows its content to subscribers only.',
  registration: 'The page shows its content after registration only.',
  other_site: 'The address leads to another site{finalUrl, select, null {} other {: {finalUrl}}}.',
  script_shell: 'The page is filled by scripts and could not be read without them.',
  too_large: 'The page is larger than 5 MB; only its beginning was read.',
  parse_limit: 'The page took too much time or memory to read.',
  link_absent: 'The page was read completely and has no link to the target.',
  only_after_scripts: 'The link appears only after the scripts of the page have run.',
  hidden_suspected: 'The link may be hidden from readers.',
  in_noscript: 'The link stands in noscript: browsers with scripts do not show it.',
  target_redirects: 'The link leads to the target through a redirect ({href}).',
  target_failing: 'The target page itself fails at the moment.',
  compensated_unlabelled:
    'The link was given something in return for and is not labelled: our own deal needs a label.',
  insecure_hop: 'A redirect on the way leads from https to http.',
  row_invalid:
    'The row cannot be used: {reason, select, source_url {source_url is no http or https address} target_url {target_url is no http or https address} rel {rel is none of follow, nofollow, sponsored, ugc, any} match {match is none of exact, equivalent, redirects_to_target, same_path_other_query, same_site} columns {it has more columns than the header} other {it cannot be read}}.',
};
