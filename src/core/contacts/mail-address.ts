import { parse } from 'tldts';
import { parseUrl } from '../sites/parse-url.js';

/** Why a text is no mail address that is kept. */
export type MailAddressRefusal =
  | 'empty'
  | 'too_long'
  | 'no_at_sign'
  | 'local_part'
  | 'quoted'
  | 'domain'
  | 'no_public_domain';

/** A mail address: as it is written and sent to, the key it is known by, and its domain in ASCII. */
export interface MailAddress {
  readonly address: string;
  /** Small letters, the domain in ASCII: two spellings of one mailbox have one key. */
  readonly key: string;
  readonly domain: string;
}

export type ReadMailAddress =
  | { readonly ok: true; readonly mail: MailAddress }
  | { readonly ok: false; readonly reason: MailAddressRefusal };

/** An address of an SMTP command has at most 254 octets, its local part 64 (RFC 5321, 4.5.3.1). */
const LONGEST = 254;
const LONGEST_LOCAL = 64;

/** dot-atom (RFC 5322, 3.2.3), and letters and digits beyond ASCII (RFC 6532). */
const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Names no mail comes from outside to (RFC 2606, RFC 6761, RFC 6762), the documentation ones excepted: they are for tests. */
const RESERVED = /(?:^|\.)(?:localhost|local|invalid|internal|onion)$/;

/**
 * Reads a mail address as a person types or a file holds it: `mailto:`, angle brackets and white space around it fall away, the domain may be
 * international (RFC 5891). One address only. Quoted local parts, comments and address literals are refused: they are legal (RFC 5321, 4.1.2)
 * and in practice always a mistake or an attack.
 */
export function readMailAddress(text: string): ReadMailAddress {
  const bare = unwrapped(text);
  if (bare === '') return refused('empty');
  if (bare.length > LONGEST) return refused('too_long');
  const at = bare.lastIndexOf('@');
  if (at === -1) return refused('no_at_sign');
  const local = bare.slice(0, at);
  if (local.includes('"')) return refused('quoted');
  if (new TextEncoder().encode(local).length > LONGEST_LOCAL || !LOCAL.test(local))
    return refused('local_part');
  const domain = readDomain(bare.slice(at + 1));
  if (!domain.ok) return domain;
  const key = `${local.toLowerCase()}@${domain.ascii}`;
  const address = `${local}@${domain.ascii}`;
  return address.length > LONGEST
    ? refused('too_long')
    : { ok: true, mail: { address, key, domain: domain.ascii } };
}

type ReadDomain = { readonly ok: true; readonly ascii: string } | Extract<ReadMailAddress, { ok: false }>;

/** A domain as DNS knows it: ASCII, at least two labels, under a suffix that exists or is reserved for examples and tests. */
function readDomain(text: string): ReadDomain {
  if (/[\s/?#:@[\]\\%]/u.test(text) || text.startsWith('.') || text.endsWith('.')) return refused('domain');
  const host = parseUrl(`https://${text}/`)?.hostname ?? '';
  if (!isName(host)) return refused('domain');
  return isUnderKnownSuffix(host) ? { ok: true, ascii: host } : refused('no_public_domain');
}

/** At least two labels, the last one not a number: an IP address is no name. */
function isName(host: string): boolean {
  const labels = host.split('.');
  const fits = labels.length > 1 && host.length <= 253 && labels.every((label) => LABEL.test(label));
  return fits && !/^\d+$/.test(labels.at(-1) ?? '');
}

function isUnderKnownSuffix(host: string): boolean {
  if (RESERVED.test(host)) return false;
  const { isIcann, isPrivate } = parse(host, { allowPrivateDomains: true, extractHostname: false });
  return isIcann === true || isPrivate === true || /\.(?:example|test)$/.test(host);
}

function unwrapped(text: string): string {
  const bare = text
    .normalize('NFC')
    .trim()
    .replace(/^mailto:/i, '');
  const angle = /^[^<>]*<([^<>]+)>$/.exec(bare);
  return (angle?.[1] ?? bare).trim();
}

function refused(reason: MailAddressRefusal): Extract<ReadMailAddress, { ok: false }> {
  return { ok: false, reason };
}
