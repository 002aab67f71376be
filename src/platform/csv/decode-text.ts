import iconv from 'iconv-lite';

/** A text file's bytes as text, with the encoding they were taken for. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

/**
 * Decodes a file of unknown encoding: a byte order mark decides; without one, bytes that are valid UTF-8 are UTF-8;
 * UTF-16 without a mark is known by its zero bytes; all else is windows-1252, which every byte sequence fits.
 */
export function decodeText(bytes: Buffer): DecodedText {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return utf8(bytes) ?? windows(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: iconv.decode(bytes, 'utf-16le'), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: iconv.decode(bytes, 'utf-16be'), encoding: 'utf-16be' };
  const start = bytes.subarray(0, 1000);
  const zeros = (odd: 0 | 1): number => start.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  if (zeros(1) > start.length / 4) return { text: iconv.decode(bytes, 'utf-16le'), encoding: 'utf-16le' };
  if (zeros(0) > start.length / 4) return { text: iconv.decode(bytes, 'utf-16be'), encoding: 'utf-16be' };
  return utf8(bytes) ?? windows(bytes);
}

function utf8(bytes: Buffer): DecodedText | null {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return null;
  }
}

function windows(bytes: Buffer): DecodedText {
  return { text: iconv.decode(bytes, 'windows-1252'), encoding: 'windows-1252' };
}
