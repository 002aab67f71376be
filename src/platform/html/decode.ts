/** Text of a page and the encoding it was read in (a name of the Encoding Standard, lower case). */
export interface DecodedPage {
  readonly text: string;
  readonly charset: string;
}

const META_BYTES = 1024;
/** A `meta` is looked for as far as a head reaches, which may hold long scripts. */
const HEAD_BYTES = 128 * 1024;
const FALLBACK = 'windows-1252';

/**
 * Turns the bytes of a page into text. The encoding: byte order mark, else the Content-Type header, else a `meta` in the first
 * 1,024 bytes, else an XML declaration, else a `meta` further down (HTML Standard, 13.2.3); of a page that names none UTF-8 if
 * its bytes are that, else windows-1252. Bytes that mean nothing become U+FFFD; nothing is ever refused.
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): DecodedPage {
  const charset =
    fromByteOrderMark(bytes) ??
    known(charsetParameter(contentType ?? '')) ??
    declared(bytes) ??
    (isUtf8(bytes) ? 'utf-8' : FALLBACK);
  return { text: decode(bytes, charset), charset };
}

/** What the page itself says of its encoding. */
function declared(bytes: Uint8Array): string | null {
  const start = latin1(bytes, META_BYTES);
  const early = fromMeta(known(metaCharset(start, META))) ?? fromMeta(known(xmlCharset(start)));
  return early ?? fromMeta(known(metaCharset(latin1(bytes, HEAD_BYTES).replace(RAW_TEXT, ''), LATE_META)));
}

function latin1(bytes: Uint8Array, limit: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, limit)).toString('latin1');
}

/** Whether there is more than ASCII and all of it is UTF-8, the end apart: a body may have been cut in a letter. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    return /[^\0-\x7f]/.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }));
  } catch {
    return false;
  }
}

function xmlCharset(head: string): string | null {
  return /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"'>]*)["']/i.exec(head)?.[1] ?? null;
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

/** Elements whose content is text alone: a `meta` written there is none. Comments first, for they may hold such tags. */
const RAW_TEXT =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|title|textarea)(?=[\s/>])[\s\S]*?(?:<\/\1(?=[\s/>])|$)/gi;
/** In a longer text the time must stay linear, so a quoted ">" ends this one. */
const LATE_META = /<meta(?=[\s/])([^>]{0,1000})>/gi;
const META = /<!--[\s\S]*?(?:-->|$)|<meta(?=[\s/])((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;

function metaCharset(head: string, pattern: RegExp): string | null {
  for (const [, attributes] of head.matchAll(pattern)) {
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
