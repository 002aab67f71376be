import { parseUrl } from '../sites/parse-url.js';

/** Ports on which mail is handed over or read (RFC 6409, RFC 8314, and 2525 and 143 as providers offer them). */
export const MAIL_PORTS: ReadonlySet<number> = new Set([25, 465, 587, 2525, 143, 993]);

/**
 * The host of a mail server as a person types it, in the one spelling it is resolved and compared in: an ASCII name, or an address literal in dotted
 * or bracketed form (the URL Standard reads 0x7f.1 and full-width digits so). Null when it is more than a host, or none.
 */
export function readMailHost(text: string): string | null {
  const bare = text.trim();
  if (!looksLikeHost(bare)) return null;
  const isLiteral = bare.includes(':') && !bare.startsWith('[');
  const url = parseUrl(`http://${isLiteral ? `[${bare}]` : bare}/`);
  const host = url?.hostname.replace(/\.$/, '') ?? '';
  return host === '' || host.startsWith('.') ? null : host;
}

/** No blanks, nothing of a URL around it, and no port: those are written beside it. */
function looksLikeHost(bare: string): boolean {
  if (bare === '' || bare.length > 253 || /[\s/\\?#@%,;]|\p{Cc}/u.test(bare)) return false;
  return !/^[^:]*:\d*$/.test(bare) && !/\]:\d*$/.test(bare);
}
