import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { aBrand, aPlacement, check, type MadeBrand, made } from '../builders/agency.js';
import { aCampaign, aPitch } from '../builders/campaigns.js';
import { PICTURE } from '../builders/picture.js';
import { PLANTED, PLANTED_NUMBER, PLANTED_TEXT, plantEverywhere } from '../builders/planted.js';
import { anOccurrence, aPage, aVisit } from '../builders/visit.js';
import { startApp, type TestApp } from './app.js';
import { call } from './authorisation/requests.js';
import { type Route, routesOf } from './authorisation/routes.js';
import { type Answer, Browser } from './browser.js';
import { invite, type Person, setUp } from './people.js';

const TOPIC = { topic: 'Herons in town', ideas: ['Herons in town'] };

let app: TestApp;
let owner: Person;
let brand: MadeBrand;
let theirs: Person;
let campaign: Answer['body'];
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  brand = await aBrand(owner, 'shop');
  theirs = await invite(app, owner, { role: 'client', clientIds: [brand.clientId] });
  campaign = await aCampaign(owner, brand.brandId);
});
afterAll(() => app.close());

const ask = (pitchIds: readonly unknown[], subject: string): Promise<Answer> =>
  owner.browser.post('/approvals', { pitchIds, subject });
const isTheirs = ({ path }: Route): boolean =>
  path.startsWith('/api/v1/client/') || path.includes('/shared-reports/');

describe('what a client sees', () => {
  const seen: { what: string; text: string }[] = [];
  let planted: string[];
  let ids: string[];
  let token: string;
  let hash: string;
  let refused: string;

  beforeAll(async () => {
    const placement = await aPlacement(owner, brand.brandId, {
      compensation: 'money',
      notes: `Paid ${PLANTED_TEXT}`,
    });
    await check(
      app,
      owner,
      placement.id,
      aVisit({ page: aPage({ occurrences: [anOccurrence({ rel: ['sponsored'] })] }) }),
    );
    const pitch = await aPitch(owner, campaign.id, { fields: { ...TOPIC, draft: 'A text about herons.' } });
    const form = new FormData();
    form.set('field', 'draftFiles');
    form.set('file', new Blob([PICTURE]), 'draft.png');
    await owner.browser.send('POST', `/pitches/${pitch.id}/files`, { raw: form });
    const logo = new FormData();
    logo.set('logo', new Blob([PICTURE]), 'logo.png');
    expect((await owner.browser.send('PUT', `/clients/${brand.clientId}/logo`, { raw: logo })).status).toBe(
      200,
    );
    const shown = (await owner.browser.get(`/pitches/${pitch.id}`)).body.fields;
    planted = await plantEverywhere(app.database, {
      workspaceId: owner.workspaceId,
      clientId: brand.clientId,
    });
    await app.database.asOwner('update pitches set fields = fields || $2::jsonb where id = $1', [
      pitch.id,
      JSON.stringify({ ...shown, writer: PLANTED_TEXT, price: { minor: PLANTED_NUMBER, currency: 'EUR' } }),
    ]);
    const approvals: string[] = [];
    for (const subject of ['site', 'topic', 'draft']) {
      const answer = await ask([pitch.id], subject);
      approvals.push(answer.body.items[0].id);
    }
    refused = (await ask([(await aPitch(owner, campaign.id)).id], 'site')).body.items[0].id;
    hash = (await owner.browser.get(`/approvals/${approvals[2]}`)).body.content.files[0].sha256;
    const report = await owner.browser.post('/reports', { clientId: brand.clientId, month: '2026-11' });
    const reportId = made(report);
    await owner.browser.post(`/reports/${reportId}/send`, { revision: report.body.revision });
    const link = await owner.browser.post(`/reports/${reportId}/links`, { days: 7 });
    token = String(link.body.url).split('/').at(-1) ?? '';
    ids = [...approvals, reportId, brand.clientId];
    for (const route of routesOf(app.nest)) await look(route);
  });

  /** A refusal ends a question, so it has one of its own; what is not theirs is refused whatever its id. */
  function idsFor(route: Route): readonly string[] {
    if (route.path.endsWith('/refuse')) return [refused];
    return isTheirs(route) && /:id/.test(route.path) ? ids : ids.slice(0, 1);
  }

  /** Calls an operation as somebody of the client and as nobody, with every id there is. */
  async function look(route: Route): Promise<void> {
    for (const id of idsFor(route)) {
      for (const browser of [theirs.browser, new Browser(app.url)]) {
        const wanted = { ...route, path: route.path.replace(':sha256', hash).replace(':token', token) };
        if (/file\.xlsx|logo|files/.test(route.path) && isTheirs(route))
          seen.push({ what: route.name, text: await fileText(browser, wanted.path.replace(':id', id)) });
        else if (!/\/session(?:s|\/password|\/workspace)?$|setup/.test(route.path)) {
          const answer = await call(browser, wanted, id);
          seen.push({ what: `${route.name} ${answer.status}`, text: JSON.stringify(answer.body) });
        }
      }
    }
  }

  async function fileText(browser: Browser, path: string): Promise<string> {
    const cookie = browser.cookie('linkledger');
    const headers = cookie === undefined ? {} : { cookie: `linkledger=${cookie}` };
    const answer = await fetch(`${app.url}${path}`, { headers });
    const content = Buffer.from(await answer.arrayBuffer());
    if (content.subarray(0, 2).toString() !== 'PK') return `${answer.status} ${content.toString('latin1')}`;
    const parts = Object.values(unzipSync(content)).map((part) => Buffer.from(part).toString('utf8'));
    return `${answer.status} ${parts.join('\n')}`;
  }

  it('was looked at with the planted words all over the data', () => {
    const all = planted.join('\n');
    for (const column of [
      ...[
        'conditions.price_minor',
        'conditions.notes',
        'contacts.name',
        'contacts.notes',
        'contact_addresses.address',
      ],
      ...[
        'publishers.name',
        'notes.body',
        'touches.note',
        'placements.notes',
        'placements.close_reason',
        'pitches.label',
      ],
      ...[
        'pitches.next_step',
        'pitches.fields',
        'templates.name',
        'template_versions.body',
        'orders.notes',
        'tasks.title',
      ],
    ])
      expect(all).toContain(column);
    expect(planted.length).toBeGreaterThan(100);
  });

  it('was looked at whole: every one of their operations answered', () => {
    const answered = seen.filter(({ what, text }) => / 20\d$/.test(what) || text.startsWith('200 '));
    const names = new Set(answered.map(({ what }) => what.replace(/ 20\d$/, '')));
    const wanted = routesOf(app.nest).filter(({ path }) => /\/(?:client|shared-reports)\//.test(path));
    expect(wanted.length).toBeGreaterThan(14);
    expect(wanted.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([]);
    expect(seen.map(({ text }) => text).join('\n')).toContain('Herons in town');
  });

  it('holds no price, no contact and no mail', () => {
    expect(seen.filter(({ text }) => PLANTED.test(text)).map(({ what }) => what)).toEqual([]);
    expect(
      seen.filter(({ what, text }) => what.includes('/client/') && /money|compensat/i.test(text)),
    ).toEqual([]);
  });

  it('is found where it may be seen, so that the search can fail', async () => {
    const { body } = await owner.browser.get('/placements?limit=200');
    expect(JSON.stringify(body)).toMatch(/"compensation":"money"/);
    expect(PLANTED.test(JSON.stringify((await owner.browser.get('/contacts')).body))).toBe(true);
  });
});
