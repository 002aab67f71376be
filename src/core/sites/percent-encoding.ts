const ESCAPE = /%([0-9a-f]{2})/gi;
const UNRESERVED = /[A-Za-z0-9\-._~]/;

/**
 * One spelling for percent-escapes: unreserved characters decoded, the hex digits of all others in upper case (D137,
 * RFC 3986 section 6.2.2). Broken escapes stay as they are.
 */
export function normalisePercentEncoding(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(ESCAPE, (whole, hex: string) => {
    const char = String.fromCharCode(Number.parseInt(hex, 16));
    return UNRESERVED.test(char) ? char : whole.toUpperCase();
  });
}
