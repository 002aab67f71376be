const PREFIX =
  /^\s*(?:(?:re|r|aw|antw|antwoord|sv|vs|odp|ref|rif|res|fwd?|fw|wg|doorst|tr|rv|i|enc|ответ|ha)\s?(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?[:\uff1a]|(?:回复|答复|转发|返信)\s?[:\uff1a])\s*/i;

/** The subject a conversation goes by: answer and forward prefixes of every language taken off (D234), small letters, white space folded. */
export function subjectKey(subject: string): string {
  let rest = subject.slice(0, 1_000);
  for (let count = 0; count < 20; count += 1) {
    const next = rest.replace(PREFIX, '');
    if (next === rest) break;
    rest = next;
  }
  return rest.replace(/\s+/g, ' ').trim().toLowerCase();
}
