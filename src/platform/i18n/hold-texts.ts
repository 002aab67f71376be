import type { LastWordCode } from '../../core/sending/last-word-codes.js';
import { formatMessage, type Locale, type MessageParams } from './catalogue.js';

/** Why a mail does not leave: what the last word says, and what the sender and people say. */
export const OWN_HOLD_CODES = ['by_person', 'quarantined', 'cannot_be_built', 'restored'] as const;
type Code = LastWordCode | (typeof OWN_HOLD_CODES)[number];

const WORDS: Readonly<Record<Locale, Readonly<Record<Code, string>>>> = {
  en: {
    opted_out: 'They asked not to be mailed.',
    objected: 'They said that they want no mail.',
    suppressed: 'The address is on the do-not-contact list.',
    do_not_contact_site: 'The site is on the do-not-contact list.',
    bounced: 'A mail to this address came back.',
    replied: 'They have answered.',
    enrollment_not_running: 'The sequence does not run any more for this pitch.',
    step_not_next: 'Another step of the sequence comes first.',
    pitch_closed: 'The pitch is closed.',
    null_mx: 'The domain of the address takes no mail.',
    excluded_by_client: 'The client wants no approach of this site.',
    ground_missing: 'There is no ground for mailing this person.',
    ground_undecided: 'A person must decide whether the ground for mailing holds.',
    conflict: 'A colleague was in touch with this site lately.',
    variable_missing: 'Something in the text was not filled in.',
    opt_out_missing: 'There is no way to opt out in the text.',
    sender_missing: 'The text does not say who writes.',
    mailbox_not_for_client: 'The mailbox may not send for this client.',
    sending_paused: 'All sending is stopped.',
    mailbox_paused: 'The mailbox is paused.',
    history_not_read: 'The mailbox is still reading its past.',
    inbox_not_fresh: 'The inbox must be read first: an answer may have come.',
    cap_mailbox: 'The mailbox has sent what it may send today.',
    cap_campaign_week: 'The campaign has sent what it may send this week.',
    cap_site: 'This site has got as many first mails as it may get this week.',
    cap_person: 'This person has got a mail today.',
    outside_window: 'It is not the hour for mail there.',
    gap: 'The mailbox keeps a gap between two mails.',
    site_linked_already: 'The site links to this client already.',
    by_person: 'A person held it back.',
    quarantined:
      'It was in hand when the program ended {crashes} times. Read it, then release it or cancel it.',
    cannot_be_built: 'No correct mail could be made of it. Cancel it, and write it anew.',
    restored: 'A backup was put back, and it is not known whether this mail had left.',
  },
  nl: {
    opted_out: 'Deze persoon vroeg om geen mail meer.',
    objected: 'Deze persoon wil geen mail.',
    suppressed: 'Het adres staat op de niet-benaderen-lijst.',
    do_not_contact_site: 'De site staat op de niet-benaderen-lijst.',
    bounced: 'Een mail naar dit adres kwam terug.',
    replied: 'Er is geantwoord.',
    enrollment_not_running: 'De reeks loopt niet meer voor deze pitch.',
    step_not_next: 'Een andere stap van de reeks komt eerst.',
    pitch_closed: 'De pitch is gesloten.',
    null_mx: 'Het domein van het adres neemt geen mail aan.',
    excluded_by_client: 'De klant wil niet dat deze site wordt benaderd.',
    ground_missing: 'Er is geen grondslag om deze persoon te mailen.',
    ground_undecided: 'Iemand moet beslissen of de grondslag om te mailen geldt.',
    conflict: 'Een collega had kort geleden contact met deze site.',
    variable_missing: 'Iets in de tekst is niet ingevuld.',
    opt_out_missing: 'De tekst biedt geen manier om zich af te melden.',
    sender_missing: 'De tekst zegt niet wie er schrijft.',
    mailbox_not_for_client: 'De mailbox mag niet voor deze klant versturen.',
    sending_paused: 'Al het versturen is gestopt.',
    mailbox_paused: 'De mailbox is gepauzeerd.',
    history_not_read: 'De mailbox leest nog wat er eerder was.',
    inbox_not_fresh: 'Eerst moet de inbox worden gelezen: er kan een antwoord zijn.',
    cap_mailbox: 'De mailbox heeft verstuurd wat vandaag mag.',
    cap_campaign_week: 'De campagne heeft verstuurd wat deze week mag.',
    cap_site: 'Deze site kreeg deze week al zoveel eerste mails als mag.',
    cap_person: 'Deze persoon kreeg vandaag al een mail.',
    outside_window: 'Het is daar niet het uur voor mail.',
    gap: 'De mailbox houdt ruimte tussen twee mails.',
    site_linked_already: 'De site linkt al naar deze klant.',
    by_person: 'Iemand houdt deze mail tegen.',
    quarantined:
      'Deze mail was in bewerking toen het programma {crashes} keer stopte. Lees de mail, en laat die dan gaan of annuleer.',
    cannot_be_built: 'Hier kon geen goede mail van worden gemaakt. Annuleer, en schrijf opnieuw.',
    restored: 'Er is een back-up teruggezet, en het is niet bekend of deze mail al weg was.',
  },
};

/** Why a mail does not leave, in a sentence; a code that is not known says itself. */
export function holdSentence(code: string, params: MessageParams, locale: Locale): string {
  const words: Readonly<Record<string, string>> = WORDS[locale];
  const message = words[code];
  return message === undefined ? code : formatMessage(message, locale, params);
}
