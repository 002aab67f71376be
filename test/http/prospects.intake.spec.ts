import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IntakeMode, IntakeOutcome } from '../../src/core/imports/intake.js';
import { type ProspectFacts, ProspectIntake } from '../../src/modules/prospects/prospect-intake.service.js';
import { SitesService } from '../../src/modules/sites/sites.service.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/id.js';
import { startApp, type TestApp } from './app.js';
import { type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
});
afterAll(() => app.close());

type Said = Omit<ProspectFacts, 'siteId' | 'siteKey'>;

/** Brings facts about sites in, as an import does. */
function bring(
  importId: string | null,
  said: readonly (readonly [site: string, facts: Said])[],
  mode: IntakeMode = 'fill',
): Promise<IntakeOutcome[]> {
  return app.get(Database).inWorkspace({ workspaceId: owner.workspaceId, userId: owner.userId }, async () => {
    const sites = await app.get(SitesService).forAddresses([...new Set(said.map(([site]) => site))]);
    const facts = said.map(([site, fact]) => ({ ...fact, siteId: sites.get(site) ?? '', siteKey: site }));
    return app.get(ProspectIntake).bring(facts, { importId }, mode);
  });
}

/** Takes an import back, in parts of the given size. */
async function undo(importId: string, outcomes: readonly IntakeOutcome[], atMost = 5000): Promise<number> {
  const changes = outcomes.flatMap((outcome) => outcome.changes);
  let rounds = 0;
  for (let isDone = false; !isDone; rounds += 1) {
    const done = await app
      .get(Database)
      .inWorkspace({ workspaceId: owner.workspaceId }, () =>
        app.get(ProspectIntake).undo(importId, rounds === 0 ? changes : [], atMost),
      );
    isDone = done.isDone;
  }
  return rounds;
}

/** An import to hang rows on. */
async function anImport(): Promise<string> {
  const id = newId();
  await app.database.asOwner(
    `insert into imports (workspace_id, id, file_name, state, created_at) values ($1, $2, 'file.csv', 'running', '2026-11-20T08:00:00Z')`,
    [owner.workspaceId, id],
  );
  return id;
}

/** Everything of prospects, as one text: rows as they are, times and revisions too. */
async function checksum(): Promise<string> {
  const tables = ['prospects', 'tags', 'prospect_tags', 'custom_values'];
  const all: unknown[] = [];
  for (const table of tables)
    all.push(await app.database.asOwner(`select to_jsonb(t)::text as row from ${table} t order by 1`));
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

async function prospect(site: string): Promise<Record<string, unknown>> {
  const rows = await app.database.asOwner<Record<string, unknown>>(
    'select * from prospects where site_key = $1 and workspace_id = $2',
    [site, owner.workspaceId],
  );
  return rows[0] ?? {};
}

describe('bringing prospects in', () => {
  it('makes one a site, whatever its facts say twice', async () => {
    const importId = await anImport();
    const outcomes = await bring(importId, [
      ['alpha.example', { language: 'nl', tags: ['Local  news', 'local news'] }],
      ['beta.example', { notes: 'Nice editor' }],
      ['alpha.example', { language: 'en', country: 'BE', topics: ['Local news'] }],
    ]);
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['created', 'created', 'unchanged']);
    expect(outcomes[2]?.id).toBe(outcomes[0]?.id);
    expect(await prospect('alpha.example')).toMatchObject({
      language: 'nl',
      country: 'BE',
      import_id: importId,
    });
    expect(await prospect('beta.example')).toMatchObject({ search_text: 'beta.example nice editor' });
    const tags = await app.database.asOwner('select kind, name from tags order by kind, name');
    expect(tags).toEqual([
      { kind: 'tag', name: 'Local news' },
      { kind: 'topic', name: 'Local news' },
    ]);
  });

  it('fills only what is empty, or replaces what the file says', async () => {
    await bring(null, [['gamma.example', { language: 'nl', notes: 'mine' }]]);
    const filled = await bring(null, [['gamma.example', { language: 'en', country: 'NL' }]]);
    expect(filled[0]).toMatchObject({
      kind: 'changed',
      changes: [{ after: { country: 'NL', revision: 2 } }],
    });
    expect(await prospect('gamma.example')).toMatchObject({ language: 'nl', country: 'NL', notes: 'mine' });
    await bring(null, [['gamma.example', { language: 'en', notes: '' }]], 'replace');
    expect(await prospect('gamma.example')).toMatchObject({ language: 'en', notes: 'mine', revision: 3 });
    const again = await bring(null, [['gamma.example', { language: 'en' }]], 'replace');
    expect(again).toMatchObject([{ kind: 'unchanged', changes: [] }]);
  });

  it('finds one prospect when two imports bring the same site at once', async () => {
    const both = await Promise.all([
      bring(null, [['race.example', { language: 'nl' }]]),
      bring(null, [['race.example', { country: 'NL' }]]),
    ]);
    expect(new Set(both.map(([outcome]) => outcome?.id)).size).toBe(1);
    expect(await prospect('race.example')).toMatchObject({ language: 'nl', country: 'NL' });
  });
});

describe('taking an import back', () => {
  it('leaves everything as it was, to the checksum, in parts of any size', async () => {
    await bring(null, [
      ['known1.example', { language: 'nl', tags: ['old'] }],
      ['known2.example', { notes: 'by hand' }],
    ]);
    const field = { recordKind: 'prospect', name: 'Tier', type: 'text' };
    expect((await owner.browser.post('/custom-fields', field)).status).toBe(201);
    await bring(null, [['known1.example', { custom: { tier: 'silver' } }]]);
    const before = await checksum();
    const importId = await anImport();
    const fresh = Array.from(
      { length: 25 },
      (_, no) => [`new${no}.example`, { tags: ['fresh', 'old'] }] as const,
    );
    const outcomes = await bring(
      importId,
      [
        ...fresh,
        ['known1.example', { language: 'de', tags: ['fresh'], custom: { tier: 'gold' } }],
        ['known2.example', { notes: 'by file', status: 'qualified', custom: { tier: 'lead' } }],
      ],
      'replace',
    );
    const more = await bring(importId, [['known2.example', { notes: 'by file again' }]], 'replace');
    expect(await checksum()).not.toBe(before);
    expect(await undo(importId, [...outcomes, ...more], 10)).toBeGreaterThan(2);
    expect(await checksum()).toBe(before);
  });

  it('leaves alone what somebody has worked on since', async () => {
    const importId = await anImport();
    const outcomes = await bring(importId, [
      ['kept.example', { notes: 'by file' }],
      ['gone.example', {}],
    ]);
    await bring(null, [['kept.example', { language: 'nl' }]]);
    await undo(importId, outcomes);
    expect(await prospect('kept.example')).toMatchObject({ notes: 'by file', language: 'nl' });
    expect(await prospect('gone.example')).toEqual({});
  });
});

it('5,000 prospects take a handful of statements', async () => {
  const importId = await anImport();
  const said = Array.from(
    { length: 5000 },
    (_, no) => [`many${no}.example`, { language: 'nl', tags: [`tag ${no % 7}`] }] as const,
  );
  const outcomes = await bring(importId, said);
  expect(outcomes.every((outcome) => outcome.kind === 'created')).toBe(true);
  await undo(importId, outcomes);
});
