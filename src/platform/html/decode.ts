/** Text of a page and the encoding it was read in (a name of the Encoding Standard, lower case). */
export interface DecodedPage {
  readonly text: string;
  readonly charset: string;
}

const META_BYTES = 1024;
const FALLBACK = 'windows-1252';

/**
 * Turns the bytes of a page into text. The encoding: byte order mark, else the Content-Type header, else a `meta` in the first
 * 1,024 bytes, else windows-1252 (HTML Standard, 13.2.3). Bytes that mean nothing become U+FFFD; nothing is ever refused.
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): DecodedPage {
  const charset =
    fromByteOrderMark(bytes) ??
    known(charsetParameter(contentType ?? '')) ??
    fromMeta(known(metaCharset(bytes))) ??
    FALLBACK;
  return { text: decode(bytes, charset), charset };
}

function fromByteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return null;
}

/** The standard's name of an encoding label, or null for one nobody knows (UTF-7 among them). */
function known(label: string | null): string | null {
  if (label === null) return null;
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return /^(?:x-user-defined)$/i.test(label) ? FALLBACK : null;
  }
}

/** A page that could be read up to its `meta` cannot be UTF-16: the standard reads UTF-8 then. */
function fromMeta(charset: string | null): string | null {
  return charset?.startsWith('utf-16') === true ? 'utf-8' : charset;
}

/** The charset parameter of a Content-Type, unquoted; null when there is none. */
function charsetParameter(contentType: string): string | null {
  const match = /;\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i.exec(contentType);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
}

const META = /<!--[\s\S]*?(?:-->|$)|<meta(?=[\s/])((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;

function metaCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, META_BYTES)).toString(
    'latin1',
  );
  for (const [, attributes] of head.matchAll(META)) {
    const found = attributes === undefined ? null : charsetOfMeta(attributes);
    if (found !== null) return found;
  }
  return null;
}

function charsetOfMeta(attributes: string): string | null {
  const named = attribute(attributes, 'charset');
  if (named !== null) return named;
  if (attribute(attributes, 'http-equiv')?.toLowerCase() !== 'content-type') return null;
  return charsetParameter(`;${/charset[\s\S]*/i.exec(attribute(attributes, 'content') ?? '')?.[0] ?? ''}`);
}

function attribute(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|[\\s/"'])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  );
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
}

function decode(bytes: Uint8Array, charset: string): string {
  if (charset === FALLBACK) return decodeWindows1252(bytes);
  return new TextDecoder(charset).decode(bytes);
}

/** 0x80 to 0x9F of windows-1252; some versions of Node read them as ISO 8859-1. */
const HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

function decodeWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return latin.replace(/[\u0080-\u009f]/g, (char) => HIGH.charAt(char.charCodeAt(0) - 0x80));
}
