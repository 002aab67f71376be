import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BlobStore } from '../../src/platform/blobs/blob-store.js';
import { startPlatform, type TestPlatform } from './platform.js';

describe('the blob store', () => {
  let app: TestPlatform;
  let blobs: BlobStore;

  beforeAll(async () => {
    app = await startPlatform();
    blobs = app.get(BlobStore);
  });
  afterAll(() => app.close());

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a few bytes', Buffer.from([0, 255, 128])],
    ['a page', Buffer.from('<p>link</p>'.repeat(5000))],
    ['bytes that do not shrink', createHash('sha512').update('x').digest().subarray(0, 64)],
  ])('gives back %s as it was put in', async (_, content) => {
    const name = await blobs.put(content, 'text/html');
    expect(name).toBe(createHash('sha256').update(content).digest('hex'));
    expect(await blobs.get(name)).toEqual({ content, mediaType: 'text/html' });
  });

  it('keeps the same bytes once, and small', async () => {
    const content = Buffer.from('<a href="https://brand.example/">brand</a>'.repeat(1000));
    const names = await Promise.all([blobs.put(content, 'text/html'), blobs.put(content, 'text/html')]);
    const rows = await app.database.asOwner<{ size: number; kept: number }>(
      `select size, length(content) as kept from blobs where sha256 = decode($1, 'hex')`,
      [names[0]],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.kept).toBeLessThan(content.length / 20);
  });

  it('does not know what was never put in', async () => {
    expect(await blobs.get('00'.repeat(32))).toBeNull();
  });
});
