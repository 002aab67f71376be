import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ContactFacts } from '../../src/core/contacts/contact-facts.js';
import type { IntakeChange } from '../../src/core/imports/intake.js';
import { ContactIntake, type ContactOutcome } from '../../src/modules/contacts/contact-intake.service.js';
import { SitesService } from '../../src/modules/sites/sites.service.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/id.js';
import { startApp, type TestApp } from './app.js';
import { anotherWorkspace, type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
});
afterAll(() => app.close());

const within = <T>(work: () => Promise<T>, who: Person = owner): Promise<T> =>
  app.get(Database).inWorkspace({ workspaceId: who.workspaceId, userId: who.userId }, work);

const bring = (
  facts: ContactFacts[],
  importId: string | null = null,
  mode: 'fill' | 'replace' = 'fill',
): Promise<ContactOutcome[]> => within(() => app.get(ContactIntake).bring(facts, { importId }, mode));

const fact = (address: string, more: Partial<ContactFacts> = {}): ContactFacts => ({
  addresses: [{ address }],
  ...more,
});

const siteOf = async (address: string): Promise<string> =>
  (await within(() => app.get(SitesService).forAddresses([address]))).get(address) ?? '';

/** An import's own row, for rows to refer to. */
async function anImport(who: Person = owner): Promise<string> {
  const id = newId();
  await app.database.asOwner(
    `insert into imports (workspace_id, id, file_name, file_sha256, state, created_by, created_at)
     select $1, $2, 'people.csv', null, 'done', $3, now() returning id`,
    [who.workspaceId, id, who.userId],
  );
  return id;
}

/** Every row about contacts, to the last column. */
const checksum = async (): Promise<string> => {
  const rows = await app.database.asOwner<{ sum: string }>(
    `select md5(string_agg(line, E'\\n' order by line)) as sum from (
       select to_jsonb(t)::text as line from contacts t union all select to_jsonb(t)::text from contact_addresses t
       union all select to_jsonb(t)::text from contact_places t union all select to_jsonb(t)::text from contact_grounds t) l`,
  );
  return rows[0]?.sum ?? '';
};

const row = async (id: string | null | undefined) =>
  (await app.database.asOwner('select * from contacts where id = $1', [id]))[0];

const changesOf = (outcomes: ContactOutcome[]): IntakeChange[] =>
  outcomes.flatMap((outcome) => [...outcome.changes]).reverse();

describe('contacts that are brought in', () => {
  it('are one for all spellings of an address, within a batch and over batches', async () => {
    const first = await bring([
      fact('Ann@News.example', { name: 'Ann' }),
      fact('mailto:ann@news.example', { position: 'Editor' }),
      fact('"Ann" <ANN@NEWS.EXAMPLE>', { language: 'NL' }),
    ]);
    expect(first.map(({ kind }) => kind)).toEqual(['created', 'changed', 'changed']);
    expect(new Set(first.map(({ id }) => id)).size).toBe(1);
    const again = await bring([fact('ann@news.example', { name: 'Somebody else' })]);
    expect(again[0]).toMatchObject({ kind: 'unchanged', id: first[0]?.id });
    expect(await row(first[0]?.id)).toMatchObject({
      name: 'Ann',
      position: 'Editor',
      language: 'nl',
      main_address: 'Ann@news.example',
      search_text: 'ann editor ann@news.example',
    });
  });

  it('without an address are known by name and site', async () => {
    const siteIds = [await siteOf('https://paper.example/')];
    const other = [await siteOf('https://other-paper.example/')];
    const [one, same, elsewhere] = await bring([
      { name: 'José Núñez', addresses: [], siteIds },
      { name: 'jose  nunez', addresses: [], siteIds, position: 'Editor' },
      { name: 'José Núñez', addresses: [], siteIds: other },
    ]);
    expect(same?.id).toBe(one?.id);
    expect(elsewhere?.id).not.toBe(one?.id);
    const [later] = await bring([{ name: 'JOSÉ NÚÑEZ', addresses: [], siteIds }]);
    expect(later).toMatchObject({ kind: 'unchanged', id: one?.id });
  });

  it('fill what is empty, and replace when asked', async () => {
    const [made] = await bring([fact('fill@news.example', { name: 'Fay', country: 'nl' })]);
    await bring([fact('fill@news.example', { name: 'Fay Long', position: 'Chief' })]);
    expect(await row(made?.id)).toMatchObject({ name: 'Fay', position: 'Chief', country: 'NL', revision: 2 });
    await bring([fact('fill@news.example', { name: 'Fay Long', notes: '' })], null, 'replace');
    expect(await row(made?.id)).toMatchObject({ name: 'Fay Long', position: 'Chief', revision: 3 });
  });

  it('that say nothing, or nothing that can be read, are refused alone', async () => {
    const outcomes = await bring([
      { addresses: [], notes: 'who?' },
      fact('not an address'),
      fact('good@news.example'),
      { name: 'Named', addresses: [{ address: 'bad address' }] },
    ]);
    expect(outcomes.map((one) => [one.kind, 'code' in one ? one.code : null])).toEqual([
      ['refused', 'contact.nameless'],
      ['refused', 'contact.address_invalid'],
      ['created', null],
      ['created', null],
    ]);
  });

  it('never take an address from somebody else', async () => {
    const [one, two] = await bring([
      fact('one@taken.example', { name: 'One' }),
      fact('two@taken.example', { name: 'Two' }),
    ]);
    const [both] = await bring([
      { name: 'Both', addresses: [{ address: 'two@taken.example' }, { address: 'one@taken.example' }] },
    ]);
    expect(both).toMatchObject({ kind: 'unchanged', id: two?.id });
    expect(one?.id).not.toBe(two?.id);
  });

  it('keep one ground a batch, and none for who objected', async () => {
    const ground = {
      ground: 'consent' as const,
      evidenceUrl: 'https://news.example/form',
      evidenceOn: '2026-01-02',
    };
    const [made] = await bring([fact('ground@news.example', { ground })]);
    await bring([fact('ground@news.example', { ground: { ground: 'existing_customer' } })]);
    expect(await row(made?.id)).toMatchObject({ ground: 'consent' });
    const [objector] = await bring([fact('objector@news.example')]);
    await app.database.asOwner('update contacts set objected_at = now() where id = $1 returning id', [
      objector?.id,
    ]);
    expect(await bring([fact('objector@news.example', { ground })])).toMatchObject([{ kind: 'unchanged' }]);
  });

  it('of another workspace are nobody here', async () => {
    const other = await anotherWorkspace(app, 'Elsewhere');
    const [there] = await within(
      () => app.get(ContactIntake).bring([fact('ann@news.example')], { importId: null }, 'fill'),
      other,
    );
    expect(there?.kind).toBe('created');
  });

  it('by two batches at once are made once', async () => {
    const facts = Array.from({ length: 200 }, (_, no) => fact(`race${no}@crowd.example`));
    const [one, two] = await Promise.all([bring(facts), bring([...facts].reverse())]);
    expect(new Set([...one, ...two].map(({ id }) => id)).size).toBe(200);
  });
});

describe('an import of contacts', () => {
  it('of thousands is taken back to the same checksum', async () => {
    const siteIds = [await siteOf('https://large.example/')];
    await bring([
      fact('known@large.example', { name: 'Known' }),
      { name: 'Half known', addresses: [{ address: 'half@large.example', status: 'valid' }], siteIds },
    ]);
    const before = await checksum();
    const importId = await anImport();
    const facts = Array.from({ length: 3000 }, (_, no) =>
      fact(`person${no}@large.example`, {
        name: `Person ${no}`,
        siteIds,
        ground: { ground: 'ongoing_correspondence' },
      }),
    );
    facts.push(
      {
        name: 'Known Better',
        addresses: [{ address: 'known@large.example' }, { address: 'second@large.example' }],
        siteIds,
      },
      { addresses: [{ address: 'half@large.example', status: 'bounced' }], role: 'Editor', siteIds },
    );
    const first = await bring(facts, importId, 'replace');
    const second = await bring(
      [fact('known@large.example', { position: 'Chief' }), fact('person1@large.example', { position: 'x' })],
      importId,
      'replace',
    );
    expect(first.filter(({ kind }) => kind === 'created')).toHaveLength(3000);
    expect(second.map(({ kind }) => kind)).toEqual(['changed', 'changed']);
    expect(await checksum()).not.toBe(before);
    const kept = JSON.parse(JSON.stringify([...changesOf(second), ...changesOf(first)])) as IntakeChange[];
    const undo = (changes: IntakeChange[]) =>
      within(() => app.get(ContactIntake).undo(importId, changes, 2000));
    expect(await undo(kept)).toMatchObject({ deleted: 2000, isDone: false });
    expect(await undo([])).toMatchObject({ deleted: 1000, kept: 0, isDone: true });
    expect(await checksum()).toBe(before);
  });

  it('leaves alone what somebody worked with since', async () => {
    const importId = await anImport();
    const [known] = await bring([fact('worked@later.example', { name: 'Worked' })]);
    const outcomes = await bring(
      [
        fact('worked@later.example', { position: 'Imported' }),
        fact('fresh@later.example'),
        fact('gone@later.example'),
      ],
      importId,
    );
    await bring([
      fact('worked@later.example', { notes: 'by hand' }),
      fact('fresh@later.example', { notes: 'by hand' }),
    ]);
    const done = await within(() => app.get(ContactIntake).undo(importId, changesOf(outcomes)));
    expect(done).toEqual({ restored: 0, deleted: 1, kept: 1, isDone: true });
    expect(await row(known?.id)).toMatchObject({ position: 'Imported', notes: 'by hand' });
    expect(await row(outcomes[2]?.id)).toBeUndefined();
  });
});
