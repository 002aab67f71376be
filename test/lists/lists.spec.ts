import { Readable } from 'node:stream';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { linesOf } from '../../src/platform/lists/lines.js';
import { unpacked } from '../../src/platform/lists/unpack.js';

const TEXT = Array.from({ length: 20_000 }, (_, no) => `${no + 1},example-${no}.example\r\n`).join('');

/** A zip with one file and some bytes behind it, as a directory would stand there. */
function zip(content: Buffer, method: 0 | 8, flags = 0): Buffer {
  const packed = method === 8 ? deflateRawSync(content) : content;
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt16LE(10, 26);
  header.writeUInt16LE(4, 28);
  return Buffer.concat([
    header,
    Buffer.from('top-1m.csv'),
    Buffer.alloc(4),
    packed,
    Buffer.alloc(90_000, 'PK'),
  ]);
}

/** Bytes that arrive in pieces of a size. */
function pieces(bytes: Buffer, size: number): Readable {
  const parts: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += size) parts.push(bytes.subarray(start, start + size));
  return Readable.from(parts);
}

async function textOf(source: Readable): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of unpacked(source)) parts.push(part);
  return Buffer.concat(parts).toString('latin1');
}

async function lines(source: Readable, longest = 100): Promise<string[]> {
  const found: string[] = [];
  for await (const batch of linesOf(source as AsyncIterable<Buffer>, longest)) found.push(...batch);
  return found;
}

describe('unpacked', () => {
  const plain = Buffer.from(TEXT);
  it.each<[string, Buffer]>([
    ['plain bytes', plain],
    ['gzip', gzipSync(plain)],
    ['gzip of two parts', Buffer.concat([gzipSync(plain.subarray(0, 1000)), gzipSync(plain.subarray(1000))])],
    ['a packed zip', zip(plain, 8)],
    ['a packed zip whose sizes come after', zip(plain, 8, 8)],
    ['a stored zip', zip(plain, 0)],
  ])('reads %s, however it arrives', async (_, bytes) => {
    for (const size of [1000, 65_536, bytes.length]) expect(await textOf(pieces(bytes, size))).toBe(TEXT);
    if (bytes.length < 100_000) expect(await textOf(pieces(bytes, 7))).toBe(TEXT);
  });

  it.each<[string, Buffer]>([
    ['a gzip that ends too soon', gzipSync(plain).subarray(0, 5000)],
    ['damaged gzip', Buffer.concat([gzipSync(plain).subarray(0, 5000), Buffer.alloc(5000, 7)])],
    ['a zip that ends too soon', zip(plain, 8).subarray(0, 5000)],
    ['an encrypted zip', zip(plain, 8, 1)],
    ['a zip that is only a header', zip(plain, 8).subarray(0, 20)],
    ['a stored zip of unknown size', zip(plain, 0, 8)],
  ])('throws on %s', async (_, bytes) => {
    await expect(textOf(pieces(bytes, 1000))).rejects.toThrow();
  });

  it('of nothing is nothing', async () => {
    expect(await textOf(pieces(Buffer.alloc(0), 10))).toBe('');
  });
});

describe('linesOf', () => {
  it.each<[string, string, string[]]>([
    ['LF', 'a\nb\n', ['a', 'b']],
    ['CRLF, whose CR stays', 'a\r\nb\r\n', ['a\r', 'b\r']],
    ['a last line without an end', 'a\nb', ['a', 'b']],
    ['empty lines', '\n\na\n', ['', '', 'a']],
    ['nothing', '', []],
    ['a line that is too long', `a\n${'x'.repeat(101)}\nb\n`, ['a', '', 'b']],
    ['a line that is far too long', `a\n${'x'.repeat(5000)}\nb\n`, ['a', '', 'b']],
    ['a last line that is too long', `a\n${'x'.repeat(500)}`, ['a', '']],
    ['a line of just the limit', `${'x'.repeat(100)}\nb`, ['x'.repeat(100), 'b']],
  ])('gives %s', async (_, text, expected) => {
    for (const size of [1, 3, 64, 10_000])
      expect(await lines(pieces(Buffer.from(text), size))).toEqual(expected);
  });
});
