import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand, aPlacement, check, type MadeBrand } from '../builders/agency.js';
import { linking, reading } from '../builders/judged.js';
import { aVisit } from '../builders/visit.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { type Person, setUp, signIn } from './people.js';

let app: TestApp;
let owner: Person;
let brand: MadeBrand;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  brand = await aBrand(owner, 'shop');
});
afterAll(() => app.close());

const AGREED = {
  terms: { rel: { standing: 'agreed', value: 'follow' }, anchor: { standing: 'agreed', value: 'our guide' } },
  source: { kind: 'note', reference: 'By phone' },
};
let pages = 0;
const place = (changes: Record<string, unknown> = {}) =>
  aPlacement(owner, brand.brandId, { sourceUrl: `https://acts${++pages}.example/post`, ...changes });
const act = (id: string, name: string, body: object = {}): Promise<Answer> =>
  owner.browser.post(`/placements/${id}/${name}`, body);
const detail = async (id: string) => (await owner.browser.get(`/placements/${id}`)).body;

/** A session does not last over all these days, so the owner signs in again. */
async function aDayLater(): Promise<void> {
  app.clock.advance({ hours: 24 });
  owner = await signIn(app, owner.email);
}

/** A placement whose agreed rel and anchor were seen to differ, twice over a day. */
async function differing(): Promise<string> {
  const { id } = await place(AGREED);
  await check(app, owner, id, linking({ anchor: 'our guide' }));
  for (const _ of [1, 2]) {
    await aDayLater();
    await check(app, owner, id, linking({ rel: ['nofollow'], anchor: 'click here' }));
  }
  return id;
}

describe('the page of a placement', () => {
  it('says its state in one sentence, with what was found', async () => {
    const page = await detail(await differing());
    expect(page).toMatchObject({
      state: 'differs',
      unmetTerms: 2,
      seen: { rel: 'nofollow', anchor: 'click here', status: 200, code: 'rel_not_follow' },
      sentence: { code: 'differs', text: 'Live, but a term differs: the link is rel="nofollow".' },
      lastCheck: { verdict: 'differs', pageStatus: 200 },
      lastVerdicts: ['live', 'differs', 'differs'],
    });
    expect(
      page.findings.map(
        (finding: { code: string; severity: string }) => `${finding.code} ${finding.severity}`,
      ),
    ).toEqual(['rel_not_follow error', 'anchor_differs error']);
    expect(page.findings[1].message).toBe('The anchor is "click here" and not "our guide".');
  });

  it('says it in Dutch to who speaks Dutch', async () => {
    const id = await differing();
    await owner.browser.patch('/session/user', { locale: 'nl' });
    const page = await detail(id);
    await owner.browser.patch('/session/user', { locale: 'en' });
    expect(page.sentence.text).toBe('Live, maar een voorwaarde wijkt af: de link is rel="nofollow".');
  });

  it('says what is remembered while something is looked at again', async () => {
    const { id } = await place();
    await check(app, owner, id, linking({}));
    await aDayLater();
    await check(app, owner, id, reading({}));
    expect(await detail(id)).toMatchObject({
      state: 'live',
      rechecking: true,
      sentence: {
        code: 'live.rechecking',
        text: 'Live, but being looked at again: the page no longer has the link.',
      },
      memory: { firstAbsentAt: app.clock.now().toISOString(), absentCount: 1, unverifiableCount: 0 },
    });
  });
});

describe('accepting as it is', () => {
  it('writes what was seen down as agreed, with today and a source, and the placement is live', async () => {
    const id = await differing();
    const { status, body } = await act(id, 'accept', { note: 'The desk insists' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'live',
      unmetTerms: 0,
      findingCodes: [],
      terms: {
        rel: { standing: 'agreed', value: 'nofollow' },
        anchor: { standing: 'agreed', value: 'click here' },
      },
    });
    const page = await detail(id);
    expect(page.termSources).toHaveLength(2);
    const today = app.clock.now().toISOString().slice(0, 10);
    expect(page.termSources).toContainEqual(
      expect.objectContaining({
        reference: 'The desk insists',
        kind: 'note',
        agreedOn: today,
        terms: ['rel', 'anchor'],
      }),
    );
    expect(page.findings).toEqual([]);
    await aDayLater();
    await check(app, owner, id, linking({ rel: ['nofollow'], anchor: 'click here' }));
    expect(await detail(id)).toMatchObject({ state: 'live', lastCheck: { verdict: 'live' } });
  });

  it('has words of its own where nobody gives any', async () => {
    const id = await differing();
    await act(id, 'accept');
    const { termSources } = await detail(id);
    expect(termSources.map((source: { reference: string }) => source.reference)).toContain(
      'Accepted as it was seen.',
    );
  });

  it('also settles what was merely expected', async () => {
    const { id } = await place();
    await check(app, owner, id, linking({ rel: ['ugc'] }));
    expect(await detail(id)).toMatchObject({ state: 'live', sentence: { code: 'live.not_as_expected' } });
    expect((await act(id, 'accept')).body.terms.rel).toEqual({ standing: 'agreed', value: 'ugc' });
  });

  it('is refused where nothing differs, nothing was seen, or a rule is broken', async () => {
    const { id } = await place({ compensation: 'money', terms: { rel: { standing: 'unknown' } } });
    expect((await act(id, 'accept')).body).toMatchObject({
      code: 'placement.act_not_allowed',
      params: { state: 'awaited' },
    });
    await check(app, owner, id, linking({}));
    expect(await detail(id)).toMatchObject({
      state: 'live',
      sentence: { code: 'live.unlabelled' },
      brokenRules: 1,
    });
    expect((await act(id, 'accept')).body.code).toBe('placement.nothing_to_accept');
  });
});

describe('closing', () => {
  it.each([
    ['end', { reason: ' Campaign over ' }, 'ended', 'Campaign over'],
    ['end', {}, 'ended', null],
    ['release', { reason: 'They asked' }, 'released', 'They asked'],
  ])('%s with %j stops the checks and can be taken back', async (name, body, state, closeReason) => {
    const { id } = await place();
    await check(app, owner, id, linking({}));
    const closed = await act(id, name, body);
    expect(closed.body).toMatchObject({
      state,
      nextCheckAt: null,
      stateSince: app.clock.now().toISOString(),
    });
    expect(await detail(id)).toMatchObject({ closeReason, sentence: { code: state } });
    expect((await act(id, name, body)).body.code).toBe('placement.act_not_allowed');
    const reopened = await act(id, 'reopen');
    expect(reopened.body).toMatchObject({
      state: 'awaited',
      nextCheckAt: app.clock.now().toISOString(),
      lastVerdicts: [],
    });
    expect(await due(id)).toBe(true);
  });

  it('releasing asks for the reason', async () => {
    const { id } = await place();
    expect((await act(id, 'release', { reason: ' ' })).body.errors[0]).toMatchObject({
      field: 'reason',
      code: 'filled',
    });
  });

  it('a closed one is not opened while another one stands for the link', async () => {
    const sourceUrl = 'https://again.example/post';
    const first = await place({ sourceUrl });
    await act(first.id, 'end');
    const second = await place({ sourceUrl });
    expect((await act(first.id, 'reopen')).body).toMatchObject({
      code: 'placement.duplicate',
      params: { id: second.id },
    });
  });

  it('replacing closes the old one and goes on with its deal on the new page', async () => {
    const old = await place({ ...AGREED, compensation: 'money', labellingAgreed: true });
    const { status, body } = await act(old.id, 'replace', { sourceUrl: 'https://fresh.example/post' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'awaited',
      sourceHost: 'fresh.example',
      compensation: 'money',
      terms: old.terms,
    });
    expect(await detail(body.id)).toMatchObject({
      replacesId: old.id,
      labellingAgreed: true,
      termSources: [{ reference: 'By phone', terms: ['rel', 'anchor', 'labelling'] }],
    });
    expect(await detail(old.id)).toMatchObject({
      state: 'replaced',
      replacedById: body.id,
      nextCheckAt: null,
    });
  });

  it('replacing by what stands already changes nothing', async () => {
    const old = await place();
    const standing = await place();
    const answer = await act(old.id, 'replace', { sourceUrl: standing.sourceUrl });
    expect([answer.status, answer.body.params.id]).toEqual([409, standing.id]);
    expect((await detail(old.id)).state).toBe('awaited');
  });
});

describe('archiving', () => {
  it('stops the checks; restoring begins them again', async () => {
    const { id } = await place();
    expect((await act(id, 'archive')).body).toMatchObject({
      archivedAt: app.clock.now().toISOString(),
      nextCheckAt: null,
    });
    for (const name of ['end', 'reopen']) expect((await act(id, name)).body.code).toBe('placement.archived');
    const patched = await owner.browser.patch(`/placements/${id}`, { revision: 2, notes: 'x' });
    expect(patched.body.code).toBe('placement.archived');
    expect((await act(id, 'restore')).body).toMatchObject({
      archivedAt: null,
      nextCheckAt: app.clock.now().toISOString(),
    });
    expect((await act(id, 'restore')).body.revision).toBe(3);
  });

  it('lets another one stand for the link, and then does not come back', async () => {
    const sourceUrl = 'https://archived.example/post';
    const first = await place({ sourceUrl });
    await act(first.id, 'archive');
    const second = await place({ sourceUrl });
    expect((await act(first.id, 'restore')).body).toMatchObject({
      code: 'placement.duplicate',
      params: { id: second.id },
    });
  });

  it('leaves a closed one closed', async () => {
    const { id } = await place();
    await act(id, 'end');
    await act(id, 'archive');
    expect((await act(id, 'restore')).body).toMatchObject({ state: 'ended', nextCheckAt: null });
  });
});

describe('a visit that could not tell', () => {
  it('keeps what was seen before', async () => {
    const { id } = await place();
    await check(app, owner, id, linking({ rel: ['noopener'], anchor: 'here' }));
    await aDayLater();
    await check(app, owner, id, aVisit({ status: 503, page: null }));
    expect(await detail(id)).toMatchObject({
      state: 'live',
      seen: { rel: 'noopener', anchor: 'here', status: 503 },
    });
  });
});

async function due(id: string): Promise<boolean> {
  const rows = await app.database.asOwner(
    'select 1 from hosts h join placements p on p.host_slot = h.slot where p.id = $1 and h.due_at <= p.next_check_at',
    [id],
  );
  return rows.length === 1;
}
