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

/** Wat er gebeurde en wat nu te doen, voor elke weigering; zelfde parameters als in het Engels. */
export const problems: Readonly<Record<ErrorCode, string>> = {
  'request.invalid':
    'Sommige velden kloppen niet. Verbeter de genoemde velden en verstuur het verzoek opnieuw.',
  'request.malformed': 'Het verzoek was niet te lezen. Stuur één JSON-object met elke sleutel één keer.',
  'request.cursor_invalid': 'Deze plek in de lijst is onbekend. Begin opnieuw bij de eerste pagina.',
  'request.cross_site': 'Het verzoek kwam van een andere site en is geweigerd. Werk op deze site zelf.',
  'request.not_found': 'Hier is niets. Controleer het adres.',
  'request.too_large': 'Het verzoek is te groot. Stuur minder tegelijk.',
  'request.content_type': 'Dit soort inhoud wordt hier niet aangenomen. Stuur application/json.',
  'idempotency.key_invalid': 'De Idempotency-Key moet 1 tot 255 zichtbare tekens hebben.',
  'idempotency.in_progress': 'Aan hetzelfde verzoek wordt gewerkt. Wacht even en stuur het opnieuw.',
  'idempotency.other_body': 'Deze Idempotency-Key hoort bij een ander verzoek. Neem een nieuwe sleutel.',
  'server.failed':
    'Er ging bij ons iets mis. Probeer het opnieuw; blijft het zo, geef dan het verzoeknummer door aan uw beheerder.',
  'access.not_signed_in': 'U bent niet aangemeld. Meld u aan en probeer het opnieuw.',
  'access.wrong_credentials': 'Adres of wachtwoord klopt niet. Controleer beide en probeer het opnieuw.',
  'access.forbidden': 'Dit mag u niet. Vraag een eigenaar of beheerder van de werkruimte.',
  'access.session_needed': 'Dit kan niet met een API-token. Meld u aan met een browser.',
  'access.no_workspace': 'U hoort bij geen werkruimte meer. Vraag om een uitnodiging.',
  'access.too_many_tries':
    'Te veel pogingen. Wacht {retryAfterS, plural, one {# seconde} other {# seconden}} en probeer het opnieuw.',
  'access.busy': 'Er melden zich nu te veel mensen aan. Probeer het over een paar seconden opnieuw.',
  'access.email_taken':
    'Dit adres heeft zich zojuist ergens anders aangemeld. Open de uitnodiging opnieuw en meld u aan met dat wachtwoord.',
  'access.password_too_short': 'Het wachtwoord is te kort. Neem minstens 10 tekens.',
  'access.password_too_long': 'Het wachtwoord is te lang. Neem hoogstens 256 tekens.',
  'access.password_too_common': 'Dit wachtwoord wordt als een van de eerste geprobeerd. Neem een ander.',
  'access.password_wrong': 'Het huidige wachtwoord klopt niet. Typ het opnieuw.',
  'setup.done': 'Deze installatie is al ingericht. Meld u aan of vraag om een uitnodiging.',
  'setup.in_progress': 'Iemand anders richt dit op dit moment in. Probeer het zo opnieuw.',
  'setup.token_wrong': 'Het inrichttoken klopt niet. Het is getoond toen de server startte.',
  'setup.email_taken': 'Dit adres is al in gebruik. Neem een ander.',
  'session.not_found': 'Deze sessie is al beëindigd.',
  'workspace.not_found': 'Deze werkruimte is er voor u niet.',
  'workspace.settings_do_not_fit':
    'Een site moet onbereikbaar zijn voordat hij als verdwenen telt. Wijzig een van de twee aantallen dagen.',
  'member.not_found': 'Dit lid bestaat niet.',
  'member.already_left': 'Dit lid is al vertrokken.',
  'member.last_owner': 'Een werkruimte heeft een eigenaar nodig. Maak eerst iemand anders eigenaar.',
  'member.role_not_limitable':
    'Eigenaren en beheerders zien alle klanten. Alleen leden, kijkers en klanten kunnen beperkt worden.',
  'member.clients_needed': 'Iemand van een klant ziet alleen genoemde klanten. Noem er minstens één.',
  'member.client_unknown': 'Een van deze klanten bestaat niet. Kies uit de lijst.',
  'member.hand_over_invalid':
    'Deze persoon kan het werk niet overnemen. Kies een actief lid dat dezelfde klanten ziet.',
  'invitation.not_found': 'Deze uitnodiging is gebruikt, ingetrokken of te oud. Vraag om een nieuwe.',
  'invitation.already_member': 'Deze persoon is al lid.',
  'invitation.sign_in_needed': 'Met dit adres kan zich al iemand aanmelden. Geef dat wachtwoord.',
  'invitation.name_and_password_needed': 'Geef uw naam en een nieuw wachtwoord.',
  'api_token.not_found': 'Dit API-token bestaat niet.',
  'api_token.expired_already': 'Deze dag is al voorbij. Neem een latere.',
  'database.unavailable': 'De database antwoordt niet. Probeer het zo opnieuw.',
  'database.busy': 'De database is bezet. Probeer het zo opnieuw.',
  'job.not_found': 'Deze taak bestaat niet.',
  'job.not_undoable': 'Deze taak kan niet ongedaan gemaakt worden.',
  'mail.not_found': 'Deze mail bestaat niet.',
  'notification.not_found': 'Deze melding bestaat niet.',
  'client.not_found': 'Deze klant bestaat niet.',
  'client.name_taken': 'Er is al een klant met deze naam. Neem een andere naam.',
  'client.archived': 'Deze klant is gearchiveerd. Zet hem eerst terug.',
  'client.logo_missing': 'Kies een afbeelding voor het logo.',
  'client.logo_type': 'Een logo is een PNG-, JPEG- of WebP-afbeelding.',
  'client.no_logo': 'Deze klant heeft nog geen logo.',
  'brand.not_found': 'Dit merk bestaat niet.',
  'brand.name_taken': 'Deze klant heeft al een merk met deze naam. Neem een andere naam.',
  'brand.archived': 'Dit merk is gearchiveerd. Zet het eerst terug.',
  'target_page.not_found': 'Deze doelpagina bestaat niet.',
  'target_page.exists': 'Deze doelpagina staat al op de lijst.',
  'site.not_found': 'Deze site bestaat niet.',
  'site.exists': 'Deze site is al bekend.',
  'site.not_declared': 'Deze site is van geen andere afgesplitst, dus er is niets om bij te voegen.',
  'site.not_below_a_site': 'Dit adres is geen deel van een grotere site.',
  'site.not_of_that_kind': 'Dit adres is niet van de gekozen soort. Kies subdomein of pad.',
  'site.no_address': 'Dit is geen adres van een site. Controleer de spelling.',
  'metric.unknown_metric': 'Deze bron meet dat niet. Kies een van haar cijfers.',
  'metric.not_a_number': 'De waarde moet een getal zijn.',
  'metric.not_whole': 'Dit cijfer is een geheel getal.',
  'metric.out_of_range': 'De waarde moet tussen {from} en {to} liggen. Controleer het cijfer en de bron.',
  'metric.in_future': 'De dag van de meting ligt in de toekomst.',
  'metric.from_open_list':
    'Dit cijfer komt uit een open lijst en kan niet worden ingevuld. Vraag wie Linkledger beheert om de lijst in de instellingen te zetten.',
  'authority.not_configured':
    'In de instellingen van deze installatie staat geen open lijst. Vraag wie Linkledger beheert om LINKLEDGER_AUTHORITY_RANKS of LINKLEDGER_TRANCO in te stellen.',
  'authority.unreadable':
    'De lijst heeft geen bekende vorm. Controleer of de instelling een bestand met domeinrangen of een Tranco-lijst noemt.',
  'authority.unreachable':
    'De lijst kon niet worden gelezen. Controleer het pad of adres in de instellingen en vernieuw opnieuw.',
  'placement.not_found': 'Deze plaatsing bestaat niet.',
  'placement.duplicate': 'Deze plaatsing bestaat al.',
  'placement.changed_meanwhile':
    'Iemand heeft deze plaatsing intussen gewijzigd. Bekijk haar opnieuw en herhaal uw wijziging.',
  'placement.act_not_allowed': 'Dit kan niet in de huidige toestand van de plaatsing.',
  'placement.archived': 'Deze plaatsing is gearchiveerd. Zet haar eerst terug.',
  'placement.never_checked': 'Deze plaatsing is nog nooit gecontroleerd. Controleer haar eerst.',
  'placement.nothing_to_accept':
    'Er is niets gezien dat geaccepteerd kan worden. Controleer de plaatsing eerst.',
  'placement.page_unknown': 'De pagina van deze plaatsing is niet bekend. Leg haar eerst vast.',
  'placement.owner_cannot_see':
    'Dit lid is beperkt tot andere klanten en zou de plaatsing niet zien. Kies iemand anders.',
  'placement.document_type':
    'Dit soort bestand kan niet bewaard worden. Neem een pdf, een tekst of een afbeelding.',
  'placement.document_missing': 'Er zit geen document in het verzoek. Voeg het bestand toe.',
  'placement.document_not_found': 'Dit document bestaat niet.',
  'placement.evidence_not_found':
    'Van deze controle is geen bewijs bewaard: er kon geen pagina worden gelezen.',
  'placement.picture_not_found': 'Er is geen afbeelding bij deze waarneming.',
  'placement.picture_type': 'Alleen PNG-, JPEG- en WebP-afbeeldingen kunnen worden bewaard.',
  'placement.too_many': 'Dit zijn te veel plaatsingen tegelijk. Kies er minder.',
  'import.not_found': 'Deze import bestaat niet.',
  'import.unreadable': 'Het bestand was niet als tabel te lezen. Bewaar het als CSV en kies het opnieuw.',
  'import.not_now': 'Dit kan niet in deze stap van de import.',
  'import.columns_missing': 'Een nodige kolom is niet gekozen. Geef aan welke kolom dit bevat.',
  'import.brand_needed': 'Kies het merk waarvoor dit bestand is.',
  'import.ground_needed':
    'Geef aan op welke grond de mensen in dit bestand gemaild mogen worden, of kies bewust dat er geen bekend is.',
  'import.ground_note_needed': 'Zeg in woorden wat de grond is.',
  'import.refused':
    'Dit is een lijst van links binnen één site. Exporteer in plaats daarvan de links van andere sites.',
  'import.broke_off': 'De import is afgebroken. Begin haar opnieuw: ze gaat verder waar ze was.',
  'upload.gone': 'Het bestand wordt niet meer bewaard. Kies het opnieuw.',
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

/** Koppen per HTTP-status. */
export const problemTitles: Readonly<Record<number, string>> = {
  400: 'Het verzoek klopt niet',
  401: 'Niet aangemeld',
  403: 'Niet toegestaan',
  404: 'Niet gevonden',
  409: 'Niet op dit moment',
  410: 'Niet meer hier',
  413: 'Te groot',
  415: 'Verkeerde soort inhoud',
  422: 'Niet mogelijk',
  429: 'Te veel pogingen',
  500: 'Er ging iets mis',
  502: 'Een andere dienst faalde',
  503: 'Nu niet beschikbaar',
  504: 'Een andere dienst was te traag',
};
