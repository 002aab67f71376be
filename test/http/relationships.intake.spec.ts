import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type LinkFact,
  LinkIntake,
  type LinkPosition,
  type LinkSource,
} from '../../src/modules/relationships/link-intake.service.js';
import { SitesService } from '../../src/modules/sites/sites.service.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/id.js';
import { aBrand, type MadeBrand } from '../builders/agency.js';
import { startApp, type TestApp } from './app.js';
import { type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
let brand: MadeBrand;
let siteId: string;

beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  brand = await aBrand(owner, 'shop');
  const sites = await within(() => app.get(SitesService).forAddresses(['news.example']));
  siteId = sites.get('news.example') ?? '';
});
afterAll(() => app.close());

function within<Result>(work: () => Promise<Result>): Promise<Result> {
  return app.get(Database).inWorkspace({ workspaceId: owner.workspaceId }, work);
}
const day = (text: string): Date => new Date(`${text}T12:00:00Z`);
const from = (originId: string, on = '2026-11-01'): LinkSource => ({
  via: 'import',
  originId,
  observedAt: day(on),
});
const fact = (path: string, changes: Partial<LinkFact> = {}): LinkFact => ({
  ...brand,
  siteId,
  direction: 'to_us',
  sourceUrl: `https://news.example/${path}`,
  targetUrl: 'https://shop.example/guide',
  ...changes,
});
const bring = (facts: readonly LinkFact[], source: LinkSource) =>
  within(() => app.get(LinkIntake).bring(facts, source));
async function withdraw(originId: string): Promise<void> {
  while ((await within(() => app.get(LinkIntake).withdraw(originId, 2))) > 0);
}
const links = () =>
  app.database.asOwner(
    `select source_url, state, anchors, seen_by, first_seen_on::text as first from links order by source_url`,
  );
const counts = () =>
  app.database.asOwner(
    `select to_us_live as live, to_us_lost as lost, oldest_on::text as oldest, newest_on::text as newest from relationships`,
  );
async function checksum(): Promise<unknown> {
  return app.database.asOwner(
    `select (select md5(string_agg(l::text, '|' order by id)) from links l) as links,
       (select md5(string_agg(s::text, '|' order by link_id, via, origin_id)) from link_sightings s) as sightings,
       (select md5(string_agg(r::text, '|' order by id)) from relationships r) as relationships`,
  );
}

describe('links that are brought in', () => {
  const [first, second] = [newId(), newId()];

  it('are one for all spellings of their pages, with all the words of the page', async () => {
    const outcomes = await bring(
      [
        fact('a', { anchor: 'a guide', firstSeenOn: '2026-03-01' }),
        fact('a/?utm_source=x', { anchor: 'gardens', sourceUrl: 'http://www.news.example/a/?utm_source=x' }),
        fact('b', { anchor: 'a guide', firstSeenOn: '2026-05-01' }),
      ],
      from(first),
    );
    expect(outcomes.map(({ kind, became }) => `${kind} ${became}`)).toEqual([
      'created new',
      'created new',
      'created new',
    ]);
    expect(outcomes[0]?.id).toBe(outcomes[1]?.id);
    expect(await links()).toEqual([
      expect.objectContaining({ state: 'live', anchors: ['a guide', 'gardens'], first: '2026-03-01' }),
      expect.objectContaining({ state: 'live', anchors: ['a guide'], seen_by: ['import'] }),
    ]);
    expect(await counts()).toEqual([{ live: 2, lost: 0, oldest: '2026-03-01', newest: '2026-05-01' }]);
  });

  it('change nothing when they are brought by the same import again', async () => {
    const before = await checksum();
    const [outcome] = await bring([fact('b', { anchor: 'a guide', firstSeenOn: '2026-05-01' })], from(first));
    expect(outcome).toMatchObject({ kind: 'unchanged', became: 'again' });
    expect(await checksum()).toEqual(before);
  });

  it('are refused with the reason when they are no links to anybody', async () => {
    const outcomes = await bring(
      [
        fact('x', { sourceUrl: 'mailto:me@news.example' }),
        fact('x', { sourceUrl: 'https://blog.shop.example/', targetUrl: 'https://shop.example/' }),
        fact('x', { targetUrl: `https://shop.example/${'a'.repeat(4000)}` }),
      ],
      from(first),
    );
    expect(outcomes.map(({ became, reason }) => `${became} ${String(reason)}`)).toEqual([
      'refused no_web_address',
      'refused own_site',
      'refused too_long',
    ]);
  });

  it('go with the undoing of their import, and all is as it was, to the checksum', async () => {
    const before = await checksum();
    const outcomes = await bring(
      [
        fact('a', {
          state: 'lost',
          lostAt: day('2026-12-02'),
          lostReason: 'notfound',
          firstSeenOn: '2025-01-01',
        }),
        fact('c', { firstSeenOn: '2026-06-01' }),
        fact('d'),
      ],
      from(second, '2026-12-03'),
    );
    expect(outcomes.map(({ kind, became }) => `${kind} ${became}`)).toEqual([
      'changed lost',
      'created new',
      'created new',
    ]);
    expect(await counts()).toEqual([{ live: 3, lost: 1, oldest: '2025-01-01', newest: '2026-06-01' }]);
    await withdraw(second);
    expect(await checksum()).toEqual(before);
  });

  it('are lost when a later complete export does not name them, and back when that is undone', async () => {
    const before = await checksum();
    const whole = newId();
    await bring([fact('a', { lastSeenAt: day('2026-12-01') })], from(whole, '2026-12-03'));
    const asked = { importId: whole, brandId: brand.brandId, direction: 'to_us' as const };
    const goOn = (from: LinkPosition | null) =>
      within(() =>
        app.get(LinkIntake).concludeComplete({ ...asked, observedAt: day('2026-12-03') }, 1, from),
      );
    const steps: number[] = [];
    for (let step = await goOn(null); ; step = await goOn(step.next)) {
      steps.push(step.lost);
      if (step.next === null) break;
    }
    // One step for each of the two links, and one that finds nothing behind them.
    expect(steps.sort()).toEqual([0, 0, 1]);
    expect((await links()).map(({ state }) => state)).toEqual(['live', 'lost']);
    await withdraw(whole);
    expect(await checksum()).toEqual(before);
  });

  it('leave no relationship behind that their import made', async () => {
    await withdraw(first);
    expect(await counts()).toEqual([]);
    expect(await links()).toEqual([]);
  });
});
