import { createConnection } from 'node:net';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Uploads } from '../../src/platform/uploads/uploads.js';
import { made } from '../builders/agency.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { anotherWorkspace, type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
beforeAll(async () => {
  app = await startApp({ settings: { LINKLEDGER_UPLOAD_MAX_MB: '2' } });
  owner = await setUp(app);
});
afterAll(() => app.close());

const GOOD = 'Source url,Target url\nhttps://a.example/1,https://shop.example/\n';

function upload(content: string | Buffer, name = 'file.csv', who: Person = owner): Promise<Answer> {
  const form = new FormData();
  form.set('file', new Blob([content]), name);
  return who.browser.send('POST', '/imports', { raw: form });
}

/** Uploads that nothing refers to, and parts of any: what a refusal must not leave behind. */
async function traces(): Promise<unknown> {
  const [row] = await app.database.asOwner(
    `select (select count(*)::int from uploads where claimed_at is null) as unclaimed,
       (select count(*)::int from upload_parts p where not exists (select from imports i where i.upload_id = p.upload_id)) as parts`,
  );
  return row;
}

/** The traces once the server has noticed that the line is gone. */
async function settled(): Promise<unknown> {
  for (let look = 0; look < 500; look += 1) {
    const found = await traces();
    if (JSON.stringify(found) === JSON.stringify(NOTHING)) return found;
  }
  return traces();
}
const NOTHING = { unclaimed: 0, parts: 0 };

/** A zip archive with one file that unpacks to so many zero bytes. */
function bomb(size: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(size), { level: 1 });
  const name = Buffer.from('bomb.csv');
  const head = (signature: number, extra: readonly number[]): Buffer => {
    const bytes = Buffer.alloc(4 + extra.length * 2);
    bytes.writeUInt32LE(signature, 0);
    for (const [at, value] of extra.entries()) bytes.writeUInt16LE(value, 4 + at * 2);
    return bytes;
  };
  const low = (value: number): number => value & 0xffff;
  const high = (value: number): number => Math.floor(value / 65_536);
  const sizes = [0, 0, low(packed.length), high(packed.length), low(size), high(size)];
  const local = head(0x04034b50, [20, 0, 8, 0, 0, ...sizes, name.length, 0]);
  const central = head(0x02014b50, [20, 20, 0, 8, 0, 0, ...sizes, name.length, 0, 0, 0, 0, 0, 0, 0, 0]);
  const start = local.length + name.length + packed.length;
  const length = central.length + name.length;
  const end = head(0x06054b50, [0, 0, 1, 1, low(length), high(length), low(start), high(start), 0]);
  return Buffer.concat([local, name, packed, central, name, end]);
}

const BOMB = bomb(230_000_000);

describe('an upload', () => {
  it.each<[string, () => string | Buffer, number, string]>([
    ['larger than the setting allows', () => 'a,b\n'.repeat(700_000), 413, 'request.too_large'],
    ['that unpacks to a hundred times its size and more', () => BOMB, 422, 'import.unreadable'],
    ['with NUL characters', () => 'a,b\n1,\u0000\u0000\n', 422, 'import.unreadable'],
    [
      'with 10,001 columns',
      () => `${'a,'.repeat(10_000)}a\n${'1,'.repeat(10_000)}1\n`,
      422,
      'import.unreadable',
    ],
    [
      'that is a picture',
      () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      422,
      'import.unreadable',
    ],
    [
      'that says it is a zip and is none',
      () => Buffer.from('PK\u0003\u0004 no archive'),
      422,
      'import.unreadable',
    ],
    ['that is empty', () => '', 422, 'import.unreadable'],
    ['whose quotation mark never closes', () => `a,b\n"${'x'.repeat(1_500_000)}`, 422, 'import.unreadable'],
  ])('%s is refused and leaves nothing', async (_, content, status, code) => {
    expect(await upload(content())).toMatchObject({ status, body: { code } });
    expect(await traces()).toEqual(NOTHING);
  });

  it.each<[string, object]>([
    ['files', { files: { file: { filepath: '/etc/passwd' } } }],
    ['file', { file: { path: '/etc/passwd', originalname: 'x.csv' } }],
  ])('pretended by JSON with the key %s is refused', async (_, body) => {
    expect(await owner.browser.post('/imports', body)).toMatchObject({
      status: 415,
      body: { code: 'request.content_type' },
    });
  });

  it('of two files, or of a field that is not declared, is refused', async () => {
    const two = new FormData();
    two.append('file', new Blob([GOOD]), 'a.csv');
    two.append('file', new Blob([GOOD]), 'b.csv');
    expect((await owner.browser.send('POST', '/imports', { raw: two })).status).toBe(400);
    const other = new FormData();
    other.set('file', new Blob([GOOD]), 'a.csv');
    other.set('workspaceId', 'x');
    expect((await owner.browser.send('POST', '/imports', { raw: other })).status).toBe(400);
    expect(await traces()).toEqual(NOTHING);
  });

  it.each([0, 40, 400, 4000, 300_000])('that breaks off after %i bytes leaves nothing', async (length) => {
    const boundary = 'x-boundary';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n`;
    const body = (head + GOOD.repeat(20_000)).slice(0, length);
    const { hostname, port, host } = new URL(app.url);
    const socket = createConnection(Number(port), hostname);
    const request = [
      'POST /api/v1/imports HTTP/1.1',
      `Host: ${host}`,
      `Cookie: linkledger=${owner.browser.cookie('linkledger') ?? ''}`,
      `Content-Type: multipart/form-data; boundary=${boundary}`,
      'Content-Length: 1900000',
      'Connection: close',
    ].join('\r\n');
    await new Promise((sent) => socket.write(`${request}\r\n\r\n${body}`, sent));
    const gone = new Promise((closed) => socket.once('close', closed));
    socket.destroy();
    await gone;
    expect(await settled()).toEqual(NOTHING);
  });

  it('whose process died half-way is removed by the clock, one that is used is not', async () => {
    const id = made(await upload(GOOD));
    await app.database.asOwner(
      `insert into uploads (workspace_id, id, file_name, created_at) values ($1, gen_random_uuid(), 'half', $2)`,
      [owner.workspaceId, app.clock.now()],
    );
    app.clock.advance({ hours: 3 });
    await app.get(Uploads).clean();
    expect(await traces()).toEqual(NOTHING);
    expect((await owner.browser.get(`/imports/${id}`)).status).toBe(200);
  });

  it('of another workspace cannot be read, nor its parts', async () => {
    const stranger = await anotherWorkspace(app, 'Elsewhere');
    const id = made(await upload(GOOD));
    expect((await stranger.browser.get(`/imports/${id}`)).status).toBe(404);
    expect(await app.database.asApp('select count(*)::int as n from upload_parts')).toEqual([{ n: 0 }]);
  });

  it('with the same Idempotency-Key happens once', async () => {
    const send = (text: string) => {
      const form = new FormData();
      form.set('file', new Blob([text]), 'once.csv');
      return owner.browser.send('POST', '/imports', { raw: form, headers: { 'Idempotency-Key': 'once-1' } });
    };
    const first = await send(GOOD);
    expect(made(await send(GOOD))).toBe(made(first));
    expect(await send(`${GOOD}https://b.example/,https://shop.example/\n`)).toMatchObject({ status: 422 });
  });
});
