const PLACEHOLDER = /\{\{[^{}]{0,80}\}\}|\{[A-Za-z][\w.]{0,40}\}|\[[A-Za-z][^[\]\n]{1,39}\](?!\()/g;

/** How people say that the mail can be answered by wanting no more of it (D265, D272, D306). */
const OPT_OUT =
  /no thanks|not write again|rather not|unsubscrib|opt[ -]?out|stop (?:hearing|receiving)|nee,? bedankt|niet meer (?:schrijv|mail|benader)|schrijf ik (?:u|je) niet meer|liever geen|afmeld|uitschrijv/i;

/** Who writes, as the mail and the team know it. */
export interface WrittenMail {
  readonly subject: string;
  readonly text: string;
  readonly unsubscribeUrl: string | null;
  readonly senderNames: readonly string[];
}

export interface FrozenLint {
  /** Places that were never filled in, as they stand there; ten at most. */
  readonly missing: readonly string[];
  readonly hasOptOut: boolean;
  readonly hasSender: boolean;
}

/** What the last word must know of a text that is about to leave: places left open, a way to object, and who writes. */
export function lintFrozen({ subject, text, unsubscribeUrl, senderNames }: WrittenMail): FrozenLint {
  const found = `${subject}\n${text}`.match(PLACEHOLDER) ?? [];
  const isBlank = text.trim() === '' || subject.trim() === '';
  return {
    missing: [...(isBlank ? ['text'] : []), ...new Set(found)].slice(0, 10),
    hasOptOut: OPT_OUT.test(text) || (unsubscribeUrl !== null && text.includes(unsubscribeUrl)),
    hasSender: senderNames.some((name) => isNamed(text, name)),
  };
}

/** A sender is named by the whole name or by a word of it, so that a mail signed "Anna" is Anna Visser's. */
function isNamed(text: string, name: string): boolean {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  const said = new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);
  return words.some((word) => said.has(word));
}
