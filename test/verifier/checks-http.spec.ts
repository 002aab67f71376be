import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CheckWorker } from '../../src/modules/verifier/check-worker.js';
import { aBrand, aWish, type MadeBrand } from '../builders/agency.js';
import { startApp, type TestApp } from '../http/app.js';
import type { Answer } from '../http/browser.js';
import { anotherWorkspace, invite, type Person, setUp } from '../http/people.js';
import { article, type LocalSites, type SiteAnswer, serveSites, VISITS_LOCAL_SITES } from './local-site.js';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

describe('checks over HTTP', () => {
  let app: TestApp;
  let sites: LocalSites;
  let owner: Person;
  let brand: MadeBrand;
  const pages = new Map<string, SiteAnswer>();

  beforeAll(async () => {
    sites = await serveSites((path) => pages.get(path) ?? { status: 404 });
    app = await startApp({ settings: VISITS_LOCAL_SITES });
    owner = await setUp(app);
    brand = await aBrand(owner, 'shop');
  });
  afterAll(async () => {
    await app.close();
    await sites.close();
  });

  const check = (): Promise<void> => app.get(CheckWorker).drain();
  const target = 'https://shop.example/guide';
  const show = (path: string, html: string): void => void pages.set(path, { body: article(html) });
  const add = async (path: string, wish: object = {}): Promise<string> => {
    const sourceUrl = sites.url('127.0.0.2', path);
    const { status, body } = await owner.browser.post(
      '/placements',
      aWish(brand.brandId, { sourceUrl, targetUrl: target, ...wish }),
    );
    expect(status).toBe(201);
    return body.id;
  };
  const seenByHand = (
    who: Person,
    id: string,
    fields: Record<string, string>,
    picture?: Buffer,
  ): Promise<Answer> => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    if (picture !== undefined) form.set('picture', new Blob([new Uint8Array(picture)]), 'look.png');
    return who.browser.send('POST', `/placements/${id}/seen-by-hand`, { raw: form });
  };

  it('an asked check is made at once and stands first in the history, with sentences', async () => {
    show('/asked', `<a rel="nofollow" href="${target}">the shop</a>`);
    const id = await add('/asked', {
      terms: { rel: { standing: 'agreed', value: 'follow' } },
      source: { kind: 'person', reference: 'Ann' },
    });
    await check();
    app.clock.advance({ seconds: 1 });
    const asked = await owner.browser.post(`/placements/${id}/check`);
    expect([asked.status, asked.body]).toEqual([202, { placementId: id }]);
    await check();
    const { body } = await owner.browser.get(`/placements/${id}/checks`);
    expect(body).toMatchObject({ total: 2, totalIsExact: true, nextCursor: null });
    expect(body.items.map((item: { origin: string }) => item.origin)).toEqual(['asked', 'schedule']);
    expect(body.items[0]).toMatchObject({
      verdict: 'differs',
      stateAfter: 'differs',
      pageStatus: 200,
      robots: { own: true, googlebot: true },
      seen: { href: target, rel: ['nofollow'], anchor: 'the shop', followed: false, match: 'exact' },
    });
    expect(body.items[0].findings[0]).toMatchObject({ code: 'rel_not_follow', severity: 'error' });
    expect(body.items[0].findings[0].message).toMatch(/\w+ \w+/);
    const first = await owner.browser.get(`/placements/${id}/checks?limit=1`);
    const second = await owner.browser.get(
      `/placements/${id}/checks?limit=1&cursor=${first.body.nextCursor}`,
    );
    expect(second.body.items.map((item: { id: string }) => item.id)).toEqual([body.items[1].id]);
  });

  it('evidence shows the HTML around the link as text, and what changed', async () => {
    show('/proof', `<a href="${target}">the shop</a>`);
    const id = await add('/proof');
    await check();
    const first = await owner.browser.get(`/placements/${id}/evidence`);
    expect(first.body).toMatchObject({
      status: 200,
      before: null,
      occurrences: [{ href: target, match: 'exact' }],
    });
    expect(first.body.html).toContain(`We like <a href="${target}">the shop</a> a lot.`);
    expect(first.body.headers['content-type']).toBe('text/html; charset=utf-8');
    show('/proof', `<a rel="ugc" href="${target}">the shop</a>`);
    app.clock.advance({ hours: 1 });
    await owner.browser.post(`/placements/${id}/check`);
    await check();
    const second = await owner.browser.get(`/placements/${id}/evidence`);
    expect(second.body.before.html).toBe(first.body.html);
    const changed = second.body.diff.filter((line: { kind: string }) => line.kind !== 'same');
    expect(changed.map((line: { kind: string; text: string }) => `${line.kind} ${line.text}`)).toEqual([
      `removed <a href="${target}">the shop`,
      `added <a rel="ugc" href="${target}">the shop`,
    ]);
    const old = await owner.browser.get(`/placements/${id}/evidence?checkId=${first.body.checkId}`);
    expect(old.body).toMatchObject({ checkId: first.body.checkId, hash: first.body.hash, before: null });
  });

  it('there is no evidence where no page was read', async () => {
    const id = await add('/nothing-there');
    await check();
    const { status, body } = await owner.browser.get(`/placements/${id}/evidence`);
    expect([status, body.code]).toEqual([404, 'placement.evidence_not_found']);
  });

  it('refuses to check what cannot be checked', async () => {
    const unknown = await owner.browser.post(
      '/placements',
      aWish(brand.brandId, { sourceUrl: undefined, site: 'blog.example', targetUrl: target }),
    );
    const ended = await add('/ended');
    await owner.browser.post(`/placements/${ended}/end`, {});
    const archived = await add('/archived');
    await owner.browser.post(`/placements/${archived}/archive`, {});
    const codes = [];
    for (const id of [unknown.body.id, ended, archived, '01a1f888-0000-7000-8000-000000000000'])
      codes.push((await owner.browser.post(`/placements/${id}/check`)).body.code);
    expect(codes).toEqual([
      'placement.page_unknown',
      'placement.act_not_allowed',
      'placement.archived',
      'placement.not_found',
    ]);
  });

  it('a sight by hand makes it live and counts until its day is over', async () => {
    const id = await add('/by-hand');
    await check();
    app.clock.advance({ seconds: 1 });
    const made = await seenByHand(
      owner,
      id,
      { countsUntil: '2026-11-30', note: 'Saw it behind the login.' },
      PNG,
    );
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      placementId: id,
      countsUntil: '2026-11-30',
      hasPicture: true,
      recordedBy: owner.userId,
    });
    const seen = await owner.browser.get(`/placements/${id}`);
    expect(seen.body).toMatchObject({ state: 'live', memory: { seenByHandUntil: '2026-11-30' } });
    app.clock.advance({ days: 4 });
    await check();
    app.clock.setTo('2026-11-20T11:00:00Z');
    const { body } = await owner.browser.get(`/placements/${id}/checks`);
    const story = body.items.map(
      (item: Record<string, string>) => `${item['origin']} ${item['verdict']} -> ${item['stateAfter']}`,
    );
    expect(story).toEqual(['schedule absent -> live', 'by_hand live -> live', 'schedule absent -> awaited']);
  });

  it.each<[string, string | null]>([
    ['a day that is past', '2026-11-19'],
    ['a day in two years', '2028-11-20'],
    ['a day that does not exist', '2026-02-31'],
    ['no day', null],
  ])('a sight by hand with %s is refused', async (_, countsUntil) => {
    const id = await add(`/refused-${String(countsUntil)}`);
    const answer = await seenByHand(owner, id, countsUntil === null ? {} : { countsUntil });
    expect([answer.status, answer.body.code]).toEqual([400, 'request.invalid']);
    expect(answer.body.errors[0].field).toBe('countsUntil');
  });

  it('a sight by hand is listed with its picture, to those who see the placement', async () => {
    const id = await add('/pictured');
    await seenByHand(owner, id, { countsUntil: '2026-12-01', note: 'in the shop' }, PNG);
    const { items } = (await owner.browser.get(`/placements/${id}/sightings`)).body;
    expect(items).toMatchObject([
      { countsUntil: '2026-12-01', note: 'in the shop', hasPicture: true, recordedByName: 'Olga Owner' },
    ]);
    const picture = await owner.browser.get(`/placements/${id}/sightings/${items[0].id}/picture`);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    const other = await add('/unpictured');
    expect((await owner.browser.get(`/placements/${other}/sightings/${items[0].id}/picture`)).body.code).toBe(
      'placement.picture_not_found',
    );
  });

  it('a picture that is none is refused, whatever it is called', async () => {
    const id = await add('/refused-picture');
    const answer = await seenByHand(owner, id, { countsUntil: '2026-11-21' }, Buffer.from('<svg/>'));
    expect([answer.status, answer.body.code]).toEqual([415, 'placement.picture_type']);
  });

  it('a placement of another workspace or another client is nobody’s to look at', async () => {
    const id = await add('/private');
    await check();
    const stranger = await anotherWorkspace(app, 'Strangers');
    const other = await aBrand(owner, 'other');
    const limited = await invite(app, owner, { role: 'member', clientIds: [other.clientId] });
    for (const who of [stranger, limited]) {
      const answers = [
        await who.browser.get(`/placements/${id}/checks`),
        await who.browser.get(`/placements/${id}/evidence`),
        await who.browser.post(`/placements/${id}/check`),
        await seenByHand(who, id, { countsUntil: '2026-11-21' }),
      ];
      expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404]);
    }
  });
});
