import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { TextEncoding } from './table.js';

/** Names as the decoder knows them. */
const DECODERS: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'utf8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'windows-1252': 'windows-1252',
  gb18030: 'gb18030',
  shift_jis: 'cp932',
};

const MARK_BYTES = 4;

/** Decodes pieces of bytes, wherever they are cut; a byte order mark falls away, bytes that fit nowhere become U+FFFD. */
export async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  encoding: TextEncoding,
): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(DECODERS[encoding], { stripBOM: true });
  for await (const piece of bytes) {
    const text = decoder.write(Buffer.from(piece.buffer, piece.byteOffset, piece.length));
    if (text !== '') yield text;
  }
  const rest = decoder.end();
  if (rest !== undefined && rest !== '') yield rest;
}

/**
 * Finds out how a text is encoded: a byte order mark decides; UTF-16 without one is known by its zero bytes; what is UTF-8 to its last
 * byte is UTF-8; Japanese and Chinese encodings are told by how their bytes pair; all else is windows-1252, which every sequence fits.
 */
export async function findEncoding(bytes: AsyncIterable<Uint8Array>): Promise<TextEncoding> {
  let carried: Buffer = Buffer.alloc(0);
  let isStart = true;
  for await (const piece of bytes) {
    const whole = Buffer.concat([carried, piece]);
    carried = whole;
    if (isStart && whole.length < MARK_BYTES) continue;
    const told = isStart ? byStart(whole) : null;
    if (told !== null) return told;
    isStart = false;
    const cut = wholeSequences(whole);
    if (!isUtf8(whole.subarray(0, cut))) return singleOrDouble(whole);
    carried = whole.subarray(cut);
  }
  // A sequence that is cut off by the end of the file makes it no less UTF-8.
  return isStart ? ofFewBytes(carried) : 'utf-8';
}

function ofFewBytes(bytes: Buffer): TextEncoding {
  return byMark(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

function byStart(bytes: Buffer): TextEncoding | null {
  return byMark(bytes) ?? byZeros(bytes);
}

function byMark(bytes: Buffer): TextEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** Of Latin text in UTF-16 every other byte is zero. */
function byZeros(bytes: Buffer): TextEncoding | null {
  const start = bytes.subarray(0, 1000);
  const zeros = (odd: 0 | 1): number => start.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  if (zeros(1) > start.length / 4 && zeros(0) < start.length / 20) return 'utf-16le';
  return zeros(0) > start.length / 4 && zeros(1) < start.length / 20 ? 'utf-16be' : null;
}

/** How many bytes are whole UTF-8 sequences, a last one that is cut off left out. */
function wholeSequences(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return back < length ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** Which of the encodings that are no Unicode, from bytes that hold some letters beyond ASCII. */
function singleOrDouble(bytes: Buffer): TextEncoding {
  const sample = bytes.subarray(0, 64 * 1024);
  const japanese = strictly('shift_jis', sample);
  if (japanese !== null && shareOf(/[\u3040-\u30ff]/gu, japanese) > 0.3) return 'shift_jis';
  const chinese = strictly('gb18030', sample);
  return chinese !== null && pairedShare(sample) > 0.9 && shareOf(/[\u4e00-\u9fa5]/gu, chinese) > 0.6
    ? 'gb18030'
    : 'windows-1252';
}

/** The text, when every byte fits; the last two may be half of something. */
function strictly(encoding: 'shift_jis' | 'gb18030', bytes: Buffer): string | null {
  for (const cut of [0, 1]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, bytes.length - cut));
    } catch {
      // One byte less may end on a whole letter.
    }
  }
  return null;
}

/** The share of the letters beyond ASCII that are of one script. */
function shareOf(script: RegExp, text: string): number {
  const beyond = text.match(/\P{ASCII}/gu)?.length ?? 0;
  return beyond === 0 ? 0 : (text.match(script)?.length ?? 0) / beyond;
}

/** The share of the bytes beyond ASCII that stand in runs of an even length: accents of European words stand alone. */
function pairedShare(bytes: Buffer): number {
  let all = 0;
  let paired = 0;
  let run = 0;
  for (const byte of [...bytes, 0]) {
    if (byte >= 0x80) {
      run += 1;
      continue;
    }
    all += run;
    if (run % 2 === 0) paired += run;
    run = 0;
  }
  return all === 0 ? 0 : paired / all;
}
