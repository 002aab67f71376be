import type { MailParts } from './mail-parts.js';
import { isPlainStop } from './opt-out/hints.js';

const SUBJECT =
  /^\s*(?:(?:re|aw|antw|fwd?) ?: ?)?(?:list[- ])?(?:please )?(?:unsubscribe(?: me)?(?: request)?(?:[: ][\w.@+=:-]{0,200})?|opt[ -]?out|remove(?: me)?|afmelden|afmelding|uitschrijven|uitschrijving|abmelden|abmeldung|austragen|désabonnement|se désabonner|désinscription|darse de baja|cancelar suscripci[oó]n)\s*[.!]?\s*$/i;
/** An address that is there to leave a list by; tokens stand behind the plus sign. */
const LEAVE = /^(?:unsub(?:scribe)?|opt-?out|afmelden|uitschrijven|leave)(?:[+._=-]|@)/i;
const BODY =
  /^(?:unsubscribe(?: me)?|afmelden|uitschrijven|please unsubscribe(?: me)?|opt[ -]?out|remove(?: me)?|this (?:message|e-?mail) was (?:automatically )?(?:generated|sent) by .{1,80}|\S{1,60}(?: \S{1,30})? sent this e-?mail to unsubscribe from .{0,300})[.!]?$/i;

/**
 * Whether a mail is what a mail program sends when its user presses "unsubscribe" (RFC 2369, `mailto:`): the subject says so and the body says
 * nothing else. A person who writes more is read as a person.
 */
export function isUnsubscribeMail(mail: MailParts, newText: string): boolean {
  const text = newText.replace(/\s+/g, ' ').trim();
  if (/sent this e-?mail to unsubscribe from/i.test(text) && text.length < 400) return true;
  if (text === '' && mail.to.some(({ address }) => LEAVE.test(address))) return true;
  return (SUBJECT.test(mail.subject) || isPlainStop(mail.subject)) && (text === '' || BODY.test(text));
}
