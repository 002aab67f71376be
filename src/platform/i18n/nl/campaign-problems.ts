import type { campaignCodes } from '../../errors/codes/campaigns.js';

/** What happened and what to do next, for refusals about campaigns. */
export const campaignProblems: Readonly<Record<keyof typeof campaignCodes, string>> = {
  'campaign.not_found': 'Deze campagne is hier niet. Ga terug naar de lijst.',
  'campaign.archived': 'Deze campagne is gearchiveerd. Zet haar eerst terug.',
  'campaign.finished': 'Deze campagne is afgerond. Zet haar op lopend voordat je er iets aan toevoegt.',
  'campaign.changed_meanwhile':
    'Iemand heeft deze campagne intussen gewijzigd. Lees haar opnieuw en herhaal je wijziging.',
  'pitch.not_found': 'Deze pitch is hier niet. Ga terug naar de campagne.',
  'pitch.archived': 'Deze pitch is gearchiveerd. Zet hem eerst terug.',
  'pitch.changed_meanwhile':
    'Iemand heeft deze pitch intussen gewijzigd. Lees hem opnieuw en herhaal je wijziging.',
  'pitch.exists': 'Deze site heeft al een open pitch in deze campagne. Open de bestaande.',
  'pitch.conflict':
    'Hiermee loop je {by, select, null {een collega} other {{by}}} voor de voeten{client, select, null {} other {, die voor {client} schreef}}{on, select, null {} other { ({on})}}. Overleg eerst; een manager kan het toch doorlaten.',
  'pitch.excluded':
    'De klant wil geen link van deze site. Haal eerst de uitsluiting weg, of kies een andere site.',
  'pitch.do_not_contact':
    'Deze site mag niet benaderd worden. Haal haar eerst van de niet-benaderen-lijst, of kies een andere site.',
  'pitch.closed':
    'Deze pitch is gesloten: {outcome, select, won {hij is gewonnen} other {hij is verloren}}. Heropen hem om verder te gaan.',
  'pitch.not_closed': 'Deze pitch is open. Er valt niets te heropenen.',
  'pitch.paused': 'Deze pitch is al gepauzeerd. Hervat hem om verder te gaan.',
  'pitch.not_paused': 'Deze pitch is niet gepauzeerd. Er valt niets te hervatten.',
  'pitch.kind_unknown':
    'Dit programma kent de soort {kind} van deze campagne niet meer. Vraag het aan de beheerder.',
  'pitch.stage_unknown': 'Deze soort campagne heeft geen fase {to}. Kies een van haar fasen.',
  'pitch.already_there': 'De pitch staat al in deze fase. Er is niets gewijzigd.',
  'pitch.only_seen':
    'Niemand kan een pitch naar deze fase zetten: dat doet een controle die de link ziet. Leg vast wat is afgesproken en wacht op de controle.',
  'pitch.move_not_allowed':
    'Vanuit zijn fase kan een pitch daar niet heen. Vanaf hier kan hij naar: {names}. Kies een daarvan.',
  'pitch.field_missing': 'Voor deze fase is nodig: {names}. Vul het in en verplaats dan de pitch.',
  'pitch.approval_missing':
    'De klant moet eerst {subject, select, site {de site} topic {het onderwerp} draft {het concept} other {de inhoud}} goedkeuren. {state, select, asked {Het is gevraagd: wacht op het antwoord.} refused {Het is afgekeurd: pas het aan en vraag het opnieuw.} other {Vraag de goedkeuring.}}',
  'pitch.loss_reason_unknown':
    'Deze soort campagne kent die reden van verlies niet. Kies een van haar redenen.',
  'pitch.loss_note_missing': 'Zeg in een paar woorden waarom hij verloren is.',
  'pitch.too_many': 'Er worden hoogstens {most} prospects tegelijk toegevoegd. Maak het filter smaller.',
  'pitch.file_missing': 'Er is geen bestand gestuurd. Kies er een en stuur het opnieuw.',
  'pitch.file_type': 'Bestanden zijn pdf, afbeeldingen, kantoorbestanden of tekst. Kies een ander bestand.',
  'pitch.file_not_found': 'Dit bestand is hier niet. Ga terug naar de pitch.',
  'pitch.file_too_many': 'Een pitch bewaart hoogstens {most} bestanden. Verwijder er eerst een.',
  'asset.not_found': 'Deze asset bestaat hier niet. Ga terug naar de lijst.',
  'asset.archived': 'Deze asset is gearchiveerd. Haal haar eerst terug.',
  'asset.changed_meanwhile':
    'Iemand heeft deze asset intussen gewijzigd. Lees haar opnieuw en herhaal je wijziging.',
  'asset.address_needed':
    'Een asset die klaar is heeft een adres of een doelpagina nodig. Zeg waar ze staat.',
  'suggestion.text_empty': 'Er is niets geplakt. Plak de oproep, of de hele mail.',
  'suggestion.reading_not_found': 'Deze lezing bestaat hier niet. Lees de pagina opnieuw.',
  'pitch.nothing_to_prove': 'Bij dit soort campagne valt niets te bewijzen. Ga zonder verder.',
  'pitch.proof_address_missing': 'Er is nog geen dode pagina genoemd. Vul eerst haar adres in.',
  'pitch.not_looked_at':
    'De pagina kon nu niet worden opgevraagd: haar host is bezig of wil met rust gelaten worden. Probeer het over enkele minuten opnieuw.',
};
