/**
 * The text of a header value. Its bytes reach us as Latin-1; addresses are often sent as plain UTF-8 though, and browsers
 * read them so wherever the bytes are that.
 */
export function headerText(latin1: string): string {
  if (!/[\x80-\xff]/.test(latin1)) return latin1;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(latin1, 'latin1'));
  } catch {
    return latin1;
  }
}
