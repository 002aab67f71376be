import type { mailboxCodes } from '../../errors/codes/mailboxes.js';

/** Why a mail server could not be used, by the code of the fault. */
const FAULT =
  '{code, select, dns {de naam is niet gevonden; controleer de spelling van de server} address_refused {het adres ligt niet op het openbare internet; de beheerder kan een bereik openen met LINKLEDGER_FETCH_ALLOW} port_refused {deze poort is geen poort voor mail; gebruik 465, 587, 2525, 25, 993 of 143} clear_text_refused {wachtwoorden gaan nooit leesbaar over het internet; kies TLS of STARTTLS} connection_refused {op die poort antwoordt niets; controleer server en poort} unreachable {hij is van hieruit niet te bereiken} timeout {er kwam niet op tijd antwoord; controleer server, poort en beveiliging, of probeer het later weer} closed {hij verbrak de verbinding; vaak horen poort en beveiliging (TLS of STARTTLS) niet bij elkaar} tls_missing {hij biedt geen STARTTLS aan; kies TLS met de poort die daarbij hoort, nooit leesbare tekst} tls_failed {er kwam geen beveiligde verbinding tot stand; vaak horen poort en beveiliging niet bij elkaar} certificate_expired {het certificaat is verlopen; de beheerder van de server moet het vernieuwen} certificate_name {het certificaat is voor een andere naam; gebruik de servernaam die de aanbieder noemt} certificate_untrusted {het certificaat is niet ondertekend door iemand die vertrouwd wordt} not_spoken {wat daar antwoordt spreekt dit protocol niet; controleer de poort} credentials_refused {gebruikersnaam of wachtwoord worden geweigerd; sommige aanbieders willen een app-wachtwoord} sign_in_method {hij biedt deze manier van aanmelden niet aan} too_many_connections {er staan te veel verbindingen van dit account open; sluit andere programma’s of probeer het later weer} other {hij meldt zelf een storing; probeer het later weer}}';

/** What happened and what to do next, for refusals of the module mailboxes. */
export const mailboxProblems: Readonly<Record<keyof typeof mailboxCodes, string>> = {
  'mailbox.not_found': 'Deze mailbox is hier niet. Ga terug naar de lijst.',
  'mailbox.changed_meanwhile':
    'Iemand anders heeft deze mailbox intussen gewijzigd. Laad hem opnieuw en breng je wijziging nog eens aan.',
  'mailbox.address_invalid': 'Dat is geen mailadres. Schrijf het als naam@bureau.example.',
  'mailbox.address_taken': 'Er is al een mailbox met dit adres verbonden. Open die.',
  'mailbox.smtp_refused': `Er is niets bewaard. De server voor verzenden was niet te gebruiken: ${FAULT}.`,
  'mailbox.imap_refused': `Er is niets bewaard. De server voor lezen was niet te gebruiken: ${FAULT}.`,
  'mailbox.window_reversed':
    'De tijd tot wanneer er wordt verzonden moet later zijn dan de tijd vanaf wanneer.',
  'mailbox.no_days': 'Kies minstens één dag waarop er wordt verzonden.',
  'mailbox.client_unknown': 'Een van deze klanten is hier niet. Kies uit de lijst.',
  'mailbox.member_unknown': 'Die persoon zit niet in het team. Kies uit de lijst.',
  'mailbox.not_yours': 'Deze mailbox is van iemand anders. Die persoon of een manager kan hem wijzigen.',
  'mailbox.archived': 'Deze mailbox is weggehaald. Verbind hem opnieuw om hem te gebruiken.',
  'mailbox.has_no_server':
    'Dit is de ingebouwde opvang: die heeft geen server. Verbind een mailbox om echt te verzenden.',
  'mailbox.has_no_password':
    'Deze mailbox meldt zich aan bij zijn aanbieder. Meld je daar opnieuw aan in plaats van een wachtwoord te geven.',
  'mailbox.secret_unreadable':
    'Het bewaarde wachtwoord is met de sleutels van deze machine niet te lezen. Geef het opnieuw, of zet de sleutelring terug.',
  'mailbox.provider_unknown': 'Aanmelden kan met google, microsoft en custom.',
  'mailbox.app_missing':
    'Voor deze aanbieder is nog geen app geregistreerd. Een manager doet dat onder Instellingen > Mailboxen.',
  'mailbox.app_in_use': 'Er melden zich mailboxen aan met deze app. Haal die eerst weg.',
  'mailbox.app_incomplete':
    'Een app van een eigen aanbieder heeft de adressen voor aanmelden en voor tokens nodig, met https.',
  'mailbox.sign_in_expired':
    'Deze aanmelding staat niet meer open. Begin opnieuw bij Instellingen > Mailboxen.',
  'mailbox.sign_in_refused':
    'De aanbieder liet ons niet binnen. Meld je opnieuw aan en sta toe wat er gevraagd wordt.',
  'mailbox.token_refused': 'De aanbieder neemt de bewaarde aanmelding niet meer aan. Meld je opnieuw aan.',
  'mailbox.token_unavailable': 'De aanbieder antwoordt op dit moment niet. Probeer het over een minuut weer.',
};
