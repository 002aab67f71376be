import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { FileSource } from './table.js';

/** Bytes in memory as a file. */
export function bytesSource(bytes: Uint8Array): FileSource {
  return {
    size: bytes.length,
    read: (from, to) => pieces(bytes, from, to),
  };
}

const PIECE = 64 * 1024;

async function* pieces(bytes: Uint8Array, from: number, to: number): AsyncIterable<Uint8Array> {
  for (let start = from; start < to; start += PIECE)
    yield await Promise.resolve(bytes.subarray(start, Math.min(start + PIECE, to)));
}

/** A file on disk. Throws what the file system says when it is not there. */
export async function diskSource(path: string): Promise<FileSource> {
  const { size } = await stat(path);
  return {
    size,
    read: (from, to) =>
      to > from ? createReadStream(path, { start: from, end: to - 1 }) : pieces(new Uint8Array(), 0, 0),
  };
}
