import { parseUrl } from '../sites/parse-url.js';

/** The longest address that is kept, in characters. */
export const ADDRESS_LIMIT = 4000;

/** Why a typed text is no address of a web page. */
export type AddressRefusal = 'empty' | 'too_long' | 'not_an_address' | 'not_web' | 'has_password';

export type ReadAddress =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly reason: AddressRefusal };

/**
 * Reads the address of a web page as a person types or pastes it, in the serialisation of the URL Standard; without a scheme it is
 * https. Refused: other schemes, a name or password inside (it would be shown to everybody), a host without a dot or port that is no IP
 * address or `localhost` or one that DNS cannot hold, and more than 4,000 characters.
 */
export function readAddress(typed: string): ReadAddress {
  const text = typed.trim();
  if (text === '') return refused('empty');
  if (text.length > ADDRESS_LIMIT) return refused('too_long');
  const address = withScheme(text);
  const url = parseUrl(address);
  return url === null ? refused('not_an_address') : judge(url);
}

function judge(url: URL): ReadAddress {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refused('not_web');
  if (url.username !== '' || url.password !== '') return refused('has_password');
  if (!looksLikeHost(url.hostname)) return refused('not_an_address');
  return url.href.length > ADDRESS_LIMIT ? refused('too_long') : { ok: true, url: url.href };
}

/** `example.com:8080/x` parses as a scheme `example.com:`; a port behind the colon tells them apart. */
function withScheme(text: string): string {
  if (text.startsWith('//')) return `https:${text}`;
  const scheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i.exec(text);
  return scheme === null ? `https://${text}` : text;
}

/** No name server knows longer names (RFC 1035, 2.3.4). One word without a dot is a typing mistake far more often than a host of the local network; `localhost` is known. */
function looksLikeHost(hostname: string): boolean {
  if (hostname.startsWith('[') || hostname === 'localhost') return true;
  const labels = hostname.replace(/\.$/, '').split('.');
  return labels.length > 1 && hostname.length <= 254 && labels.every((label) => /^.{1,63}$/.test(label));
}

function refused(reason: AddressRefusal): ReadAddress {
  return { ok: false, reason };
}
