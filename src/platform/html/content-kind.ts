import { mediaType } from '../../core/verifier/media-type.js';

const SNIFFED_BYTES = 512;
const HTML_TYPES = new Set(['text/html', 'application/xhtml+xml']);
/** Types that say nothing: the first bytes decide then (MIME Sniffing Standard, 7). */
const UNKNOWN_TYPES = new Set(['', '*/*', 'unknown/unknown', 'application/unknown']);
const HTML_START =
  /^[\t\n\f\r ]*(?:<!--|<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p)[\s>]|<\?xml[^>]*>\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html)[\s>])/i;

/** Whether a body can turn out to be HTML, judged by its Content-Type alone: other bodies need not be fetched. */
export function mayBeHtml(contentType: string | null): boolean {
  const type = mediaType(contentType);
  return HTML_TYPES.has(type) || UNKNOWN_TYPES.has(type);
}

/** Whether an answer is read as HTML: by its Content-Type, or by its first 512 bytes when it names none. */
export function isHtml(contentType: string | null, body: Uint8Array): boolean {
  const type = mediaType(contentType);
  if (HTML_TYPES.has(type)) return true;
  return UNKNOWN_TYPES.has(type) && HTML_START.test(firstCharacters(body));
}

function firstCharacters(body: Uint8Array): string {
  const head = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, SNIFFED_BYTES));
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le').slice(1);
  if (head[0] === 0xef && head[1] === 0xbb) return head.toString('latin1', 3);
  if (head[0] === 0xfe && head[1] === 0xff)
    return Buffer.from(head.subarray(2, 2 + ((head.length - 2) & ~1)))
      .swap16()
      .toString('utf16le');
  return head.toString('latin1');
}
