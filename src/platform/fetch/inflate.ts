import { promisify } from 'node:util';
import zlib from 'node:zlib';

export const MAX_INFLATED_BYTES = 10 * 1024 * 1024;
const MAX_RATIO = 200;
const RATIO_COUNTS_FROM = 1024 * 1024;
/** Up to here inflating at once costs less than a turn through the thread pool. */
const SYNC_BYTES = 256 * 1024;
const CHUNK = 64 * 1024;

type Coding = 'gzip' | 'deflate' | 'deflate-raw' | 'br' | 'zstd';

export type Inflated =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly detail: string };

type Zstd = { zstdDecompress?: (bytes: Buffer, options: object, done: ZlibDone) => void };
type ZlibDone = (error: Error | null, bytes: Buffer) => void;

const zstdDecompress = (zlib as unknown as Zstd).zstdDecompress;

/** The codings we ask for: zstd only where this Node knows it. */
export const ACCEPT_ENCODING = zstdDecompress === undefined ? 'gzip, deflate, br' : 'gzip, deflate, br, zstd';

/**
 * Undoes the one content coding an answer may have. Refused: unknown or stacked codings, damaged data, more than 10 MB, and
 * more than 200 times the size sent once past 1 MB (a bomb). A body that was cut by our own limit may end early.
 */
export async function inflate(body: Buffer, contentEncoding: string, cut: boolean): Promise<Inflated> {
  const codings = contentEncoding
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length === 0 || body.length === 0) return { ok: true, bytes: body };
  if (codings.length > 1) return { ok: false, detail: 'stacked' };
  const coding = knownCoding(codings[0] as string, body);
  if (coding === null) return { ok: false, detail: 'unknown_coding' };
  return run(coding, body, cut);
}

async function run(coding: Coding, body: Buffer, cut: boolean): Promise<Inflated> {
  try {
    const bytes = await inflater(coding, body, cut);
    const bomb = bytes.length > RATIO_COUNTS_FROM && bytes.length > body.length * MAX_RATIO;
    return bomb ? { ok: false, detail: 'ratio' } : { ok: true, bytes };
  } catch (error) {
    return { ok: false, detail: isTooLarge(error) ? 'inflated_too_large' : 'damaged' };
  }
}

type Options = zlib.ZlibOptions & zlib.BrotliOptions;
type Inflater = readonly [
  atOnce: (body: Buffer, options: Options) => Buffer,
  aside: (body: Buffer, options: Options) => Promise<Buffer>,
];

const INFLATERS: Readonly<Record<Exclude<Coding, 'zstd'>, Inflater>> = {
  gzip: [zlib.gunzipSync, promisify<Buffer, Options, Buffer>(zlib.gunzip)],
  deflate: [zlib.inflateSync, promisify<Buffer, Options, Buffer>(zlib.inflate)],
  'deflate-raw': [zlib.inflateRawSync, promisify<Buffer, Options, Buffer>(zlib.inflateRaw)],
  br: [zlib.brotliDecompressSync, promisify<Buffer, Options, Buffer>(zlib.brotliDecompress)],
};

function inflater(coding: Coding, body: Buffer, cut: boolean): Buffer | Promise<Buffer> {
  const limits = { chunkSize: CHUNK, maxOutputLength: MAX_INFLATED_BYTES };
  if (coding === 'zstd') return unzstd(body, limits);
  const [atOnce, aside] = INFLATERS[coding];
  const inflateBody = body.length <= SYNC_BYTES ? atOnce : aside;
  return inflateBody(body, cut ? { ...limits, finishFlush: gentleEnd(coding) } : limits);
}

/** With this a body may end in the middle. */
function gentleEnd(coding: Coding): number {
  return coding === 'br' ? zlib.constants.BROTLI_OPERATION_FLUSH : zlib.constants.Z_SYNC_FLUSH;
}

function unzstd(body: Buffer, limits: object): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (zstdDecompress === undefined) return reject(new Error('This Node has no zstd.'));
    return zstdDecompress(body, limits, (error, bytes) => (error === null ? resolve(bytes) : reject(error)));
  });
}

function knownCoding(name: string, body: Buffer): Coding | null {
  if (name === 'gzip' || name === 'x-gzip') return 'gzip';
  if (name === 'br') return 'br';
  if (name === 'zstd') return zstdDecompress === undefined ? null : 'zstd';
  return name === 'deflate' ? deflateFormat(body) : null;
}

/** Servers send both the zlib format and raw deflate under this name (RFC 9110, 8.4.1.2). */
function deflateFormat(body: Buffer): Coding {
  const isZlib = body.length > 1 && body.readUInt8(0) % 16 === 8 && body.readUInt16BE(0) % 31 === 0;
  return isZlib ? 'deflate' : 'deflate-raw';
}

function isTooLarge(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
}
