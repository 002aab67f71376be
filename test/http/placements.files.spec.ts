import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { aBrand, aPlacement, type MadeBrand } from '../builders/agency.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { invite, type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
let brand: MadeBrand;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  brand = await aBrand(owner, 'shop');
});
afterAll(() => app.close());

describe('the export', () => {
  const file = async (query = '', person = owner): Promise<Answer> =>
    person.browser.get(`/placements/export?format=csv&${query}`);
  const rows = (answer: Answer): Record<string, string>[] => parse(answer.body, { columns: true, bom: true });

  /** Reading a body as text drops the mark, so it is looked for in the bytes: the mark, then `id,client,`. */
  const firstBytes = async (): Promise<string> => {
    const headers = { cookie: `linkledger=${owner.browser.cookie('linkledger')}` };
    const answer = await fetch(`${app.url}/api/v1/placements/export`, { headers });
    return Buffer.from(await answer.arrayBuffer())
      .subarray(0, 13)
      .toString('hex');
  };

  it('is a file with a byte order mark, numbers as numbers and moments as moments', async () => {
    const { id } = await aPlacement(owner, brand.brandId, {
      sourceUrl: 'https://plain.example/1',
      dueOn: '2026-12-01',
    });
    await app.database.asOwner(
      `update placements set page_status = 200, finding_codes = '{anchor_differs,in_noscript}' where id = $1`,
      [id],
    );
    const answer = await file('search=plain.example');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="placements.csv"');
    expect(await firstBytes()).toBe('efbbbf69642c636c69656e742c');
    expect(answer.body.endsWith('\r\n')).toBe(true);
    expect(rows(answer)).toEqual([
      expect.objectContaining({
        id,
        client: 'Client shop',
        source_url: 'https://plain.example/1',
        page_status: '200',
        findings: 'anchor_differs in_noscript',
        due_on: '2026-12-01',
        rel: 'follow',
        rel_standing: 'expected',
        rechecking: 'false',
        created_at: app.clock.now().toISOString(),
        checked_at: '',
      }),
    ]);
  });

  it('holds no cell a spreadsheet would run', async () => {
    const evil = [
      '=1+1',
      '+1',
      '-1+2',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      ' =1',
      '\u00A0=1',
      '＝1',
      '＋1',
      '－1',
      '＠A1',
      '\u200B=1',
      '|calc',
    ];
    const { brandId } = await aBrand(owner, 'evil');
    for (const [index, value] of evil.entries()) {
      const { id } = await aPlacement(owner, brandId, { sourceUrl: `https://evil.example/${index}` });
      await app.database.asOwner(
        'update placements set anchor_standing = $2, anchor_value = $3, seen_anchor = $3, seen_rel = $3 where id = $1',
        [id, 'agreed', value],
      );
    }
    await owner.browser.patch(`/clients/${(await aBrand(owner, 'x')).clientId}`, { name: '=cmd' });
    const exported = rows(await file(`brandId=${brandId}`));
    expect(exported).toHaveLength(evil.length);
    const live = exported
      .flatMap((row) => Object.values(row))
      .filter((cell) => /^[\s\p{Cf}\p{Cc}]*[=+\-@|＝＋－＠]/u.test(cell));
    expect(live).toEqual([]);
    expect(exported.map((row) => row['anchor'])).toContain(`'=1+1`);
  });

  it('holds every row of more than one batch once', async () => {
    const { brandId } = await aBrand(owner, 'batches');
    await aPlacement(owner, brandId, { sourceUrl: 'https://batch.example/0' });
    await app.database.asOwner(
      `insert into placements (workspace_id, id, client_id, brand_id, source_host, target_url, target_url_key, type, state_since, created_at, updated_at)
       select workspace_id, gen_random_uuid(), client_id, brand_id, 'batch.example', target_url, target_url_key, type, state_since, created_at, updated_at
       from placements, generate_series(1, 1200) where brand_id = $1`,
      [brandId],
    );
    const ids = rows(await file(`brandId=${brandId}`)).map((row) => row['id']);
    expect([ids.length, new Set(ids).size]).toEqual([1201, 1201]);
  });

  it('of nothing is its header', async () => {
    expect(rows(await file('search=nowhere-at-all'))).toEqual([]);
  });

  it('holds for a limited member only their own clients', async () => {
    const own = await aBrand(owner, 'ownexport');
    await aPlacement(owner, own.brandId, { sourceUrl: 'https://ownexport.example/1' });
    const limited = await invite(app, owner, { role: 'viewer', clientIds: [own.clientId] });
    expect(rows(await file('', limited)).map((row) => row['brand'])).toEqual(['Brand ownexport']);
  });

  it('refuses a wrong filter before it begins', async () => {
    const answer = await file('state=gone');
    expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid']);
  });
});

describe('documents', () => {
  const form = (
    content: string | Uint8Array,
    name: string,
    fields: Record<string, string> = {},
  ): FormData => {
    const data = new FormData();
    for (const [field, value] of Object.entries(fields)) data.set(field, value);
    data.set('file', new Blob([content], { type: 'text/html' }), name);
    return data;
  };
  const send = (id: string, raw: FormData, person = owner): Promise<Answer> =>
    person.browser.send('POST', `/placements/${id}/documents`, { raw });
  let pages = 0;
  const place = async (): Promise<string> =>
    (await aPlacement(owner, brand.brandId, { sourceUrl: `https://doc${++pages}.example/` })).id;

  it('are kept as sources of terms and given back as downloads, whatever they claim to be', async () => {
    const id = await place();
    const answer = await send(
      id,
      form('<script>alert(1)</script>', '../mail één.html', {
        reference: 'Mail of Anna',
        agreedOn: '2026-11-12',
        terms: 'rel,anchor',
      }),
    );
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      kind: 'document',
      reference: 'Mail of Anna',
      agreedOn: '2026-11-12',
      terms: ['rel', 'anchor'],
      documentName: 'mail één.html',
      recordedBy: 'Olga Owner',
    });
    const download = await owner.browser.get(`/placements/${id}/documents/${answer.body.id}`);
    expect(download.body).toBe('<script>alert(1)</script>');
    expect(download.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(download.headers.get('content-disposition')).toMatch(
      /^attachment; filename=.*filename\*=UTF-8''mail%20%C3%A9%C3%A9n\.html$/,
    );
    expect(download.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await owner.browser.get(`/placements/${id}`)).body.termSources).toHaveLength(1);
  });

  it('are named after their file where nobody names them', async () => {
    const { body } = await send(await place(), form('%PDF-1.4 x', 'deal.pdf'));
    expect(body).toMatchObject({ reference: 'deal.pdf', terms: [], agreedOn: null });
  });

  it.each<[string, Uint8Array | string, string, number, string]>([
    ['a program', Uint8Array.from([0x4d, 0x5a, 0, 1]), 'deal.pdf', 415, 'placement.document_type'],
    ['an empty file', '', 'deal.pdf', 415, 'placement.document_type'],
    [
      'more than 10 MB',
      new Uint8Array(10 * 1024 * 1024 + 1).fill(0x61),
      'long.txt',
      413,
      'request.too_large',
    ],
  ])('that are %s are refused', async (_, ...[content, name, status, code]) => {
    const answer = await send(await place(), form(content, name));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('are refused without a file, with a wrong day, or for nobody’s placement', async () => {
    const id = await place();
    const empty = new FormData();
    empty.set('reference', 'x');
    expect((await send(id, empty)).body.code).toBe('placement.document_missing');
    expect((await send(id, form('x', 'a.txt', { agreedOn: 'yesterday' }))).body.errors[0].field).toBe(
      'agreedOn',
    );
    expect((await send(id, form('x', 'a.txt', { reference: 'a\u0000b' }))).body.code).toBe(
      'request.malformed',
    );
    const limited = await invite(app, owner, {
      role: 'member',
      clientIds: [(await aBrand(owner, 'docs')).clientId],
    });
    expect((await send(id, form('x', 'a.txt'), limited)).body.code).toBe('placement.not_found');
    const { body } = await send(id, form('x', 'a.txt'));
    expect((await limited.browser.get(`/placements/${id}/documents/${body.id}`)).body.code).toBe(
      'placement.not_found',
    );
    expect((await owner.browser.get(`/placements/${await place()}/documents/${body.id}`)).body.code).toBe(
      'placement.document_not_found',
    );
  });
});
