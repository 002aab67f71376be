/** Local part and domain as far as every mail server agrees: ASCII, no quotes, a domain of at least two labels. */
const FORM =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** The one spelling of an address somebody signs in with: trimmed, in small letters. Null when it is no address. */
export function readEmail(text: string): string | null {
  const email = text.trim().toLowerCase();
  const [local = ''] = email.split('@');
  return email.length <= 254 && local.length <= 64 && FORM.test(email) ? email : null;
}
