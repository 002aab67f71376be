import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whom a link to unsubscribe is for: it carries all that is needed, so that it works without a database. */
export interface UnsubscribeClaim {
  readonly workspaceId: string;
  /** SHA-256 of the address's key: 64 hexadecimal digits. */
  readonly addressHash: string;
  /** The mail it stood in; null where that is not known. */
  readonly outboundId: string | null;
}

const VERSION = 'v1';
const ID_BYTES = 16;
const HASH_BYTES = 32;
const MAC_BYTES = 24;
const NO_MAIL = '00000000-0000-0000-0000-000000000000';
const FORM = new RegExp(
  `^${VERSION}\\.([\\w-]{${base64Length(2 * ID_BYTES + HASH_BYTES)}})\\.([\\w-]{${base64Length(MAC_BYTES)}})$`,
);

/** The token of a link to unsubscribe: version, payload and a code over both, 123 characters; it never expires. */
export function writeUnsubscribeToken(claim: UnsubscribeClaim, key: Buffer): string {
  const payload = Buffer.concat([
    idBytes(claim.workspaceId),
    idBytes(claim.outboundId ?? NO_MAIL),
    Buffer.from(claim.addressHash, 'hex'),
  ]).toString('base64url');
  return `${VERSION}.${payload}.${codeOf(payload, key).toString('base64url')}`;
}

/** What a token says; null when it is not one of ours to the last character. */
export function readUnsubscribeToken(token: string, key: Buffer): UnsubscribeClaim | null {
  const [, payload, code] = FORM.exec(token) ?? [];
  if (payload === undefined || code === undefined) return null;
  if (!isSame(code, codeOf(payload, key))) return null;
  const bytes = Buffer.from(payload, 'base64url');
  const outboundId = idText(bytes.subarray(ID_BYTES, 2 * ID_BYTES));
  return {
    workspaceId: idText(bytes.subarray(0, ID_BYTES)),
    outboundId: outboundId === NO_MAIL ? null : outboundId,
    addressHash: bytes.subarray(2 * ID_BYTES).toString('hex'),
  };
}

/** Compared as bytes and as text: base64url has several spellings of some last characters. */
function isSame(written: string, code: Buffer): boolean {
  const bytes = Buffer.from(written, 'base64url');
  const isOurs = bytes.length === code.length && timingSafeEqual(bytes, code);
  return isOurs && code.toString('base64url') === written;
}

function codeOf(payload: string, key: Buffer): Buffer {
  return createHmac('sha256', key).update(`${VERSION}.${payload}`, 'ascii').digest().subarray(0, MAC_BYTES);
}

function base64Length(bytes: number): number {
  return Math.ceil((bytes * 4) / 3);
}

function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function idText(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
