import { addDays, daysIn } from '../mail-days.js';
import type { MailPerson, Successor } from '../mail-reading.js';
import { sentencesOf } from '../sentences.js';

const BACK_ON =
  /\b(?:back|return(?:ing)?|again|available (?:again )?(?:from|on|as of)|resume|in the office (?:again )?(?:on|from)|terug|weer (?:aanwezig|bereikbaar|beschikbaar|op kantoor|aan het werk|in|bereikbaar)|bereikbaar vanaf|aanwezig vanaf)\b/i;
/** Dutch sets it behind the day, too: "5 januari ben ik weer terug". */
const BACK_BEHIND = /^(?:(?!\b(?:niet|not|van|tot)\b)[^.,;]){0,30}\b(?:weer|terug|back|again)\b/i;
const UNTIL = /\b(?:until|till|'til|tot|up to)\b/i;
/** The last day away; the person is back on the day after. */
const THROUGH = /\b(?:through|thru|up to and including|inclusive|t\/m|tot en met)\b|(?:^|\s)(?:-|–)\s*$/i;
const LEFT =
  /\b(?:no longer (?:with|at|work(?:s|ing)? (?:for|at|with|here)|employed|part of|in service)|(?:has|have) left (?:the |our )?(?:company|organi[sz]ation|team|business|firm|agency|\p{Lu}\S+)|left (?:the )?company|ceased (?:to be|employment)|niet (?:meer|langer) (?:werkzaam|bij|in dienst|actief (?:bij|voor|binnen))|uit dienst|werkt (?:hier )?niet (?:meer|langer)|heeft (?:ons|het|de) (?:bedrijf|organisatie|kantoor|team) verlaten|nicht mehr (?:im unternehmen|bei|für|in unserem)|das unternehmen verlassen|(?:ne fait|ne travaille) plus (?:partie|pour|chez)|a quitté (?:la société|l'entreprise|nos)|ya no (?:trabaja|forma parte)|non lavora più|nie pracuje)|больше не работает/iu;
const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/g;
const NAME_BEFORE =
  /((?:\p{Lu}[\p{L}'’-]+)(?: (?:van|de|der|den|von|la|le|ten|ter|het))*(?: \p{Lu}[\p{L}'’-]+){0,3})[\s,:;("'<–-]{0,6}(?:(?:at|via|op|on|per|by|under|onder)\s+)?(?:e-?mail(?:adres)?\s*(?:address)?\s*:?\s*)?[\s("'<[]{0,4}$/u;
const NO_NAME =
  /^(?:please|contact|email|mail|e-mail|kindly|for|voor|neem|neemt|via|urgent|hello|hi|dear|you|can|the|our|met|with|of|or|in|my|mijn|u|je)$/i;

/** Whether an automatic answer says that the person has left (D250). */
export function saysLeft(text: string): boolean {
  return LEFT.test(text.slice(0, 10_000));
}

/**
 * The day an absent person is back, YYYY-MM-DD, read in English and Dutch: "back on 5 January", "until 5 January", "t/m 4 januari". `today` is the
 * mail's own day. Null when nothing is said or it lies in the past.
 */
export function returnDay(text: string, today: string | null): string | null {
  for (const sentence of sentencesOf(text)) {
    const day = returnDayIn(sentence, today);
    if (day !== null && (today === null || day >= today)) return day;
  }
  return null;
}

function returnDayIn(sentence: string, today: string | null): string | null {
  const days = daysIn(sentence, today);
  const last = days.at(-1);
  if (last === undefined) return null;
  const back = days.find(
    ({ at, end }) =>
      BACK_ON.test(sentence.slice(Math.max(0, at - 45), at)) ||
      BACK_BEHIND.test(sentence.slice(end, end + 45)),
  );
  if (back !== undefined) return back.day;
  const before = sentence.slice(Math.max(0, last.at - 30), last.at);
  if (THROUGH.test(before) || (days.length > 1 && /\bto\s*$/.test(before))) return addDays(last.day, 1);
  return UNTIL.test(before) ? last.day : null;
}

/** Whom a leaver or an absent person names instead: the first address in the text that is not his own. */
export function successorIn(
  text: string,
  from: MailPerson | null,
  ours: readonly string[],
): Successor | null {
  const known = [from?.address ?? '', ...ours].map((address) => address.toLowerCase());
  for (const match of text.slice(0, 10_000).matchAll(ADDRESS)) {
    const address = match[0].replace(/[.-]+$/, '');
    if (known.includes(address.toLowerCase()) || /^(?:no-?reply|unsubscribe)/i.test(address)) continue;
    return { address, name: nameBefore(text.slice(Math.max(0, match.index - 80), match.index)) };
  }
  return null;
}

function nameBefore(text: string): string | null {
  const words = (NAME_BEFORE.exec(text)?.[1] ?? '').split(' ');
  while (words.length > 0 && NO_NAME.test(words[0] ?? '')) words.shift();
  return words.length === 0 || words[0] === '' ? null : words.join(' ');
}
