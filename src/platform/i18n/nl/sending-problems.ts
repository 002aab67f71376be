import type { sendingCodes } from '../../errors/codes/sending.js';

/** What happened and what to do next, for refusals of the module sending. */
export const sendingProblems: Readonly<Record<keyof typeof sendingCodes, string>> = {
  'sending.mail_not_found': 'Deze mail is er niet. Misschien hoort die bij een andere werkruimte of klant.',
  'sending.address_refused':
    'Naar dit adres kan niet worden geschreven ({reason}). Schrijf één gewoon adres, zoals naam@site.example.',
  'sending.text_refused':
    'Het veld {field} kan zo niet worden verstuurd ({fault}). Haal stuurtekens en gecodeerde woorden weg, en maak het korter als het lang is.',
  'sending.mailbox_unknown': 'Deze mailbox is er niet, of is weggehaald. Kies een andere.',
  'sending.not_waiting': 'Deze mail wacht niet meer: de stand is {state}. Laad de uitgaande mail opnieuw.',
  'sending.not_held': 'Deze mail wordt niet tegengehouden. Laad de uitgaande mail opnieuw.',
  'sending.not_in_doubt':
    'Over deze mail is geen twijfel: de stand is {state}. Laad de uitgaande mail opnieuw.',
  'sending.override_refused':
    'De reden {code} kan niet worden doorgelaten. Alleen een conflict, een onbesliste grond en een uitsluiting van de klant kunnen dat.',
  'sending.not_paused': 'Versturen is niet gepauzeerd.',
  'sending.already_paused': 'Versturen is al gepauzeerd.',
  'sending.not_reconciled':
    'Deze installatie is teruggezet uit een back-up en nog niemand heeft nagekeken wat er sindsdien vertrok. Voer "linkledger reconcile" uit op de server en laat het versturen dan verdergaan.',
};
