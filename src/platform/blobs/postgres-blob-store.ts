import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { type Blob, BlobStore } from './blob-store.js';

/** A fair middle: HTML shrinks to a fifth at a few milliseconds per 100 kB. */
const QUALITY = 5;
/** Shorter content gains nothing from compression. */
const LEAST_SIZE = 200;

interface BlobRow {
  readonly encoding: 'identity' | 'gzip' | 'br';
  readonly content: Buffer;
  readonly mediaType: string;
  readonly size: number;
}

/** Blobs in PostgreSQL, compressed where that helps. Joins an open transaction; outside of one it uses its own. */
@Injectable()
export class PostgresBlobStore extends BlobStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  async put(content: Buffer, mediaType: string): Promise<string> {
    const sha256 = createHash('sha256').update(content).digest();
    const packed = await pack(content);
    await this.query(
      `insert into blobs (sha256, size, media_type, encoding, content, created_at)
       values ($1, $2, $3, $4, $5, $6) on conflict (sha256) do nothing`,
      [sha256, content.length, mediaType, packed.encoding, packed.content, this.clock.now()],
    );
    return sha256.toString('hex');
  }

  async get(sha256: string): Promise<Blob | null> {
    const rows = await this.query<BlobRow>(
      'select encoding, content, size, media_type as "mediaType" from blobs where sha256 = $1',
      [Buffer.from(sha256, 'hex')],
    );
    const row = rows[0];
    return row === undefined ? null : { content: await unpack(row), mediaType: row.mediaType };
  }

  private query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    return this.database.inInstallation(() => this.database.manager().query<Row[]>(sql, values));
  }
}

async function pack(content: Buffer): Promise<Pick<BlobRow, 'encoding' | 'content'>> {
  if (content.length < LEAST_SIZE) return { encoding: 'identity', content };
  const small = await promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
  return small.length < content.length
    ? { encoding: 'br', content: small }
    : { encoding: 'identity', content };
}

/** The size is known, so a damaged row cannot unpack without end. */
function unpack(row: BlobRow): Promise<Buffer> | Buffer {
  if (row.encoding === 'br') return promisify(brotliDecompress)(row.content, { maxOutputLength: row.size });
  if (row.encoding === 'gzip') return promisify(gunzip)(row.content, { maxOutputLength: row.size });
  return row.content;
}
