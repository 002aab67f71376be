import type { FindingCode } from '../../../core/verifier/verdict.js';

/** Eén zin per bevinding, in ICU MessageFormat. */
export const findings: Readonly<Record<FindingCode, string>> = {
  dns: 'De naam van de host kon niet in een adres worden omgezet.',
  tls: 'Er kon geen beveiligde verbinding worden gemaakt: {detail, select, expired {het certificaat is verlopen} not_yet_valid {het certificaat is nog niet geldig} wrong_name {het certificaat hoort bij een andere naam} self_signed {het certificaat is zelf ondertekend} unknown_issuer {de uitgever van het certificaat is onbekend} revoked {het certificaat is ingetrokken} other {de handshake mislukte}}.',
  timeout:
    'De site antwoordde niet op tijd{detail, select, connect { (geen verbinding)} headers { (er begon geen antwoord)} other {}}.',
  rate_limited: 'De site zegt dat we te vaak vragen (status 429); later vragen we opnieuw.',
  server_error: 'De server meldt een eigen fout{status, select, null {} other { (status {status})}}.',
  protocol:
    'Het antwoord was niet bruikbaar: {detail, select, connection_refused {de host weigerde de verbinding} connection_reset {de verbinding werd verbroken} connection_closed {de verbinding werd te vroeg gesloten} host_unreachable {er is geen weg naar de host} headers_too_large {de headers zijn te groot} no_location {een doorverwijzing noemde geen bruikbaar adres} interim_flood {er kwamen alleen tussentijdse antwoorden} other {het houdt zich niet aan HTTP}}.',
  bad_encoding:
    'Het antwoord kon niet worden uitgepakt: {detail, select, stacked {het was meer dan eens ingepakt} unknown_coding {het was ingepakt op een manier waar niemand om vroeg} ratio {uitgepakt is het veel groter dan wat werd verstuurd} inflated_too_large {uitgepakt is het groter dan 10 MB} other {de gegevens zijn beschadigd}}.',
  redirect_loop: 'De doorverwijzingen lopen in een kring.',
  too_many_redirects: 'Er zijn meer dan 5 doorverwijzingen.',
  address_refused:
    'Het adres wordt niet opgevraagd: {detail, select, scheme {het is geen http- of https-adres} userinfo {er staat een gebruikersnaam of wachtwoord in} port {de poort is niet die van een website} own_port {het is dit programma zelf} other {het ligt niet op het openbare internet}}.',
  robots_unreachable:
    'De robots.txt van de site antwoordde niet, dus de pagina is niet opgevraagd{detail, select, timeout { (geen antwoord op tijd)} connection_refused { (verbinding geweigerd)} null {} other {}}.',
  robots_denied: 'De robots.txt van de site laat onze bot deze pagina niet opvragen.',
  page_gone: 'De pagina bestaat niet meer (status {status}).',
  http_status: 'De pagina antwoordt met status {status} en kon dus niet worden gelezen.',
  not_html: 'Het antwoord is geen HTML-pagina{contentType, select, null {} other { ({contentType})}}.',
  rel_not_follow:
    'Zoekmachines volgen de link niet{pageNofollow, select, true { (de hele pagina zegt nofollow)} other { (rel="{rel}")}}, terwijl dat wel zou moeten.',
  rel_not_nofollow: 'De link heeft geen nofollow, sponsored of ugc (rel="{rel}").',
  rel_unlabelled: 'De link is niet gemarkeerd als sponsored of nofollow (rel="{rel}").',
  rel_ugc_only: 'De link is alleen gemarkeerd als ugc; dat geldt niet als sponsored.',
  rel_not_ugc: 'De link heeft geen ugc of nofollow (rel="{rel}").',
  anchor_differs: 'De ankertekst is "{seen}" en niet "{agreed}".',
  region_differs:
    'De link staat in {seen, select, content {de inhoud} nav {de navigatie} header {de kop} footer {de voet} aside {de zijbalk} comment {de reacties} other {{seen}}} en niet in {agreed, select, content {de inhoud} nav {de navigatie} header {de kop} footer {de voet} aside {de zijbalk} comment {de reacties} other {{agreed}}}.',
  not_indexable:
    'Zoekmachines nemen de pagina niet op: {reason, select, noindex {er staat noindex op} robots_txt {robots.txt houdt Googlebot buiten} other {de pagina noemt een ander adres als canonical}}.',
  duration_short: 'De pagina kondigt haar einde aan op {until}, vóór de afgesproken {agreed}.',
  wrong_target: 'De pagina linkt naar {href} en niet naar {agreed}.',
  soft_404: 'De pagina zegt dat ze niet bestaat, hoewel de status een succes meldt.',
  domain_parked: 'Het domein is geparkeerd of te koop.',
  bot_wall: 'De pagina toont een robotcontrole in plaats van de inhoud.',
  consent_wall: 'De pagina toont een toestemmingsvenster in plaats van de inhoud.',
  login: 'De pagina vraagt om in te loggen.',
  paywall: 'De pagina toont de inhoud alleen aan abonnees.',
  registration: 'De pagina toont de inhoud alleen na registratie.',
  other_site: 'Het adres leidt naar een andere site{finalUrl, select, null {} other {: {finalUrl}}}.',
  script_shell: 'De pagina wordt door scripts gevuld en kon zonder die scripts niet worden gelezen.',
  too_large: 'De pagina is groter dan 5 MB; alleen het begin is gelezen.',
  parse_limit: 'Het lezen van de pagina kostte te veel tijd of geheugen.',
  link_absent: 'De pagina is helemaal gelezen en heeft geen link naar het doel.',
  only_after_scripts: 'De link verschijnt pas nadat de scripts van de pagina zijn uitgevoerd.',
  hidden_suspected: 'De link is misschien verborgen voor lezers.',
  in_noscript: 'De link staat in noscript: browsers met scripts tonen hem niet.',
  target_redirects: 'De link leidt via een doorverwijzing naar het doel ({href}).',
  target_failing: 'De doelpagina zelf geeft op dit moment een fout.',
  compensated_unlabelled:
    'Voor de link is iets gegeven en hij is niet gemarkeerd: onze eigen afspraak heeft een label nodig.',
  insecure_hop: 'Een doorverwijzing onderweg gaat van https naar http.',
  row_invalid:
    'De regel is niet bruikbaar: {reason, select, source_url {source_url is geen http- of https-adres} target_url {target_url is geen http- of https-adres} rel {rel is geen van follow, nofollow, sponsored, ugc, any} match {match is geen van exact, equivalent, redirects_to_target, same_path_other_query, same_site} columns {er zijn meer kolommen dan in de kopregel} other {ze kan niet worden gelezen}}.',
};
