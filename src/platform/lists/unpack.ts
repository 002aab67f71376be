import { pipeline, type Readable, type Transform } from 'node:stream';
import { createGunzip, createInflateRaw } from 'node:zlib';

/** A zip's local header: the length of its fixed part, and the methods we read (APPNOTE 4.3.7, 4.4.5). */
const ZIP_HEADER = 30;
const STORED = 0;
const DEFLATED = 8;

/** A list could not be unpacked: what it holds is damaged or of an unknown kind. */
export class UnpackError extends Error {}

/** Bytes of a stream, with those that were read to look at them. */
interface Begun {
  readonly head: Buffer;
  readonly rest: AsyncIterator<Buffer>;
}

/**
 * What a packed stream holds, told by its first bytes and not by its name: gzip (also of several parts), the first file of a zip, or the bytes as
 * they are. Nothing but a window is kept in memory. Throws `UnpackError`, or the error of zlib or of the stream.
 */
export async function* unpacked(source: Readable): AsyncGenerator<Buffer> {
  try {
    const begun = await readTo(4, { head: Buffer.alloc(0), rest: iteratorOf(source) });
    const { head } = begun;
    if (head[0] === 0x1f && head[1] === 0x8b) yield* through(bytesOf(begun), createGunzip());
    else if (head.length >= 4 && head.readUInt32LE(0) === 0x04034b50) yield* firstOfZip(begun);
    else yield* bytesOf(begun);
  } finally {
    source.destroy();
  }
}

function iteratorOf(source: Readable): AsyncIterator<Buffer> {
  return (source as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
}

/** Reads on until so many bytes are at hand, or the stream ends. */
async function readTo(length: number, { head, rest }: Begun): Promise<Begun> {
  let bytes = head;
  while (bytes.length < length) {
    const next = await rest.next();
    if (next.done === true) break;
    bytes = Buffer.concat([bytes, next.value]);
  }
  return { head: bytes, rest };
}

async function* bytesOf({ head, rest }: Begun): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** The bytes after a transform. What stands behind the packed part (a zip's directory) is not looked at. */
async function* through(bytes: AsyncIterable<Buffer>, transform: Transform): AsyncGenerator<Buffer> {
  pipeline(bytes, transform, () => undefined);
  try {
    yield* transform as AsyncIterable<Buffer>;
  } finally {
    transform.destroy();
  }
}

/** The bytes of the first file of a zip: its local header says how it is packed. */
async function* firstOfZip(start: Begun): AsyncGenerator<Buffer> {
  const begun = await readTo(ZIP_HEADER, start);
  if (begun.head.length < ZIP_HEADER) throw new UnpackError('the zip ends in its header');
  const { head } = begun;
  const [flags, method, size] = [head.readUInt16LE(6), head.readUInt16LE(8), head.readUInt32LE(18)];
  const length = ZIP_HEADER + head.readUInt16LE(26) + head.readUInt16LE(28);
  const whole = await readTo(length, begun);
  const file = bytesOf({ head: whole.head.subarray(length), rest: whole.rest });
  if ((flags & 1) !== 0) throw new UnpackError('the zip is encrypted');
  if (method === DEFLATED) yield* through(file, createInflateRaw());
  else if (method === STORED && (flags & 8) === 0) yield* cut(file, size);
  else throw new UnpackError('the zip is packed in an unknown way');
}

async function* cut(bytes: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let left = size;
  for await (const chunk of bytes) {
    yield chunk.subarray(0, left);
    left -= chunk.length;
    if (left <= 0) return;
  }
}
