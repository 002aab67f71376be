import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobRuntime } from '../../src/platform/jobs/job-runtime.js';
import { aBrand, type MadeBrand } from '../builders/agency.js';
import { aCampaign, aPitch } from '../builders/campaigns.js';
import { PICTURE } from '../builders/picture.js';
import { startApp, type TestApp } from './app.js';
import { type Answer } from './browser.js';
import { invite, type Person, setUp, signIn } from './people.js';

const TOPIC = { topic: 'Herons in town', ideas: ['Herons in town'] };

let app: TestApp;
let owner: Person;
let brand: MadeBrand;
let theirs: Person;
let others: Person;
let campaign: Answer['body'];
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  brand = await aBrand(owner, 'shop');
  const other = await aBrand(owner, 'lamps');
  theirs = await invite(app, owner, { role: 'client', clientIds: [brand.clientId] });
  others = await invite(app, owner, { role: 'client', clientIds: [other.clientId] });
  campaign = await aCampaign(owner, brand.brandId);
});
afterAll(() => app.close());

const ask = (pitchIds: readonly unknown[], subject: string, wish: object = {}): Promise<Answer> =>
  owner.browser.post('/approvals', { pitchIds, subject, ...wish });
const asked = async (wish: object = {}): Promise<{ pitch: Answer['body']; id: string }> => {
  const pitch = await aPitch(owner, campaign.id, { fields: TOPIC });
  const answer = await ask([pitch.id], 'topic', wish);
  return { pitch, id: answer.body.items[0].id };
};
const pitchOf = async (id: unknown): Promise<Answer['body']> =>
  (await owner.browser.get(`/pitches/${String(id)}`)).body;

describe('somebody of a client', () => {
  it('always sees named clients only, whatever they were before', async () => {
    const invited = await owner.browser.post('/invitations', { email: 'a@fern.example', role: 'client' });
    expect([invited.status, invited.body.code]).toEqual([422, 'member.clients_needed']);
    const member = await invite(app, owner, { role: 'member' });
    const path = `/members/${member.memberId}`;
    expect((await owner.browser.patch(path, { role: 'client' })).body.code).toBe('member.clients_needed');
    const changed = await owner.browser.patch(path, { role: 'client', clientIds: [brand.clientId] });
    expect(changed.body).toMatchObject({
      role: 'client',
      limitedToClients: true,
      clientIds: [brand.clientId],
    });
    expect((await member.browser.get('/session')).status).toBe(401);
  });

  it('is signed in like everybody, and nobody of the team', async () => {
    const { body } = await theirs.browser.get('/session');
    expect(body).toMatchObject({ member: { role: 'client' }, rights: ['self', 'portal', 'decide'] });
    expect((await theirs.browser.patch('/session/user', { locale: 'nl' })).status).toBe(200);
    expect((await theirs.browser.patch('/session/user', { locale: 'en' })).status).toBe(200);
    expect((await signIn(app, theirs.email)).memberId).toBe(theirs.memberId);
    for (const path of [
      '/stream',
      '/today',
      '/notifications',
      '/members',
      '/workspace',
      '/api-tokens',
      '/clients',
    ])
      expect([path, (await theirs.browser.head(path)).status]).toEqual([path, 403]);
    const owned = await owner.browser.post('/placements', {
      ...{ brandId: brand.brandId, targetUrl: 'https://shop.example/', type: 'editorial' },
      ...{ sourceUrl: 'https://owned.example/', ownerMemberId: theirs.memberId },
    });
    expect([owned.status, owned.body.code]).toEqual([400, 'request.invalid']);
  });
});

describe('a question to a client', () => {
  it('shows exactly what was asked, and stays so', async () => {
    const { pitch, id } = await asked({ note: 'Which do you like?', dueOn: '2026-11-27' });
    const { body } = await theirs.browser.get(`/client/approvals/${id}`);
    expect(body).toMatchObject({
      ...{ subject: 'topic', state: 'asked', brandName: 'Brand shop', title: 'Herons in town' },
      ...{ note: 'Which do you like?', dueOn: '2026-11-27', comments: [] },
      content: { site: pitch.displayHost, files: [] },
    });
    const change = { revision: (await pitchOf(pitch.id)).revision, fields: { topic: 'Something else' } };
    expect((await owner.browser.patch(`/pitches/${pitch.id}`, change)).status).toBe(200);
    expect((await theirs.browser.get(`/client/approvals/${id}`)).body).toEqual(body);
    expect((await pitchOf(pitch.id)).approvalStates).toMatchObject({ topic: 'asked' });
  });

  it('is accepted, which its pitch and whoever asked learn', async () => {
    const { pitch, id } = await asked();
    const accepted = await theirs.browser.post(`/client/approvals/${id}/accept`);
    expect(accepted.body).toMatchObject({
      state: 'accepted',
      decidedByName: expect.stringContaining('Guest'),
    });
    expect((await pitchOf(pitch.id)).approvalStates).toMatchObject({ topic: 'accepted' });
    await app.get(JobRuntime).drain();
    const { items } = (await owner.browser.get('/notifications')).body;
    expect(items[0]).toMatchObject({
      ...{ kind: 'approval_accepted', subjectKind: 'approval', subjectId: id },
      text: `Client shop accepted the topic for ${pitch.displayHost}.`,
    });
    const again = await theirs.browser.post(`/client/approvals/${id}/refuse`, { reason: 'No.' });
    expect([again.status, again.body.code]).toEqual([409, 'approval.decided_already']);
  });

  it('is refused with a reason, and then asked anew', async () => {
    const { pitch, id } = await asked();
    expect((await theirs.browser.post(`/client/approvals/${id}/refuse`, { reason: ' ' })).status).toBe(400);
    const refused = await theirs.browser.post(`/client/approvals/${id}/refuse`, { reason: 'Off topic.' });
    expect(refused.body).toMatchObject({ state: 'refused', reason: 'Off topic.' });
    expect((await pitchOf(pitch.id)).approvalStates).toMatchObject({ topic: 'refused' });
    expect((await ask([pitch.id], 'topic')).status).toBe(201);
    expect((await ask([pitch.id], 'topic')).body.code).toBe('approval.asked_already');
  });

  it('is talked about by both', async () => {
    const { id } = await asked();
    await theirs.browser.post(`/client/approvals/${id}/comment`, { body: 'Why herons?' });
    await owner.browser.post(`/approvals/${id}/comments`, { body: 'They wait.' });
    const said = (answer: Answer) =>
      answer.body.comments.map((one: Answer['body']) => [one.byClient, one.body]);
    const expected = [
      [true, 'Why herons?'],
      [false, 'They wait.'],
    ];
    expect(said(await theirs.browser.get(`/client/approvals/${id}`))).toEqual(expected);
    expect(said(await owner.browser.get(`/approvals/${id}`))).toEqual(expected);
  });

  it('is taken back by the team while it is open', async () => {
    const { pitch, id } = await asked();
    expect((await owner.browser.post(`/approvals/${id}/withdraw`)).body.state).toBe('withdrawn');
    expect((await pitchOf(pitch.id)).approvalStates).toMatchObject({ topic: 'withdrawn' });
    expect((await theirs.browser.post(`/client/approvals/${id}/accept`)).status).toBe(409);
    const { items } = (await theirs.browser.get('/client/approvals?limit=200')).body;
    expect(items.map((item: Answer['body']) => item.id)).not.toContain(id);
  });

  it('comes with the files of the draft, as they were', async () => {
    const pitch = await aPitch(owner, campaign.id);
    const form = new FormData();
    form.set('field', 'draftFiles');
    form.set('file', new Blob([PICTURE]), 'draft.png');
    const sent = await owner.browser.send('POST', `/pitches/${pitch.id}/files`, { raw: form });
    expect(sent.status).toBe(201);
    const id = (await ask([pitch.id], 'draft')).body.items[0].id;
    const [file] = (await theirs.browser.get(`/client/approvals/${id}`)).body.content.files;
    expect(file).toMatchObject({ name: 'draft.png', type: 'image/png' });
    const path = `/client/approvals/${id}/files/${file.sha256}`;
    expect((await bytes(theirs, path)).equals(PICTURE)).toBe(true);
    expect((await theirs.browser.get(`${path.slice(0, -2)}00`)).status).toBe(404);
    expect((await others.browser.get(path)).status).toBe(404);
  });

  it('is asked of many pitches at once; what cannot be asked is named with the reason', async () => {
    const one = await aPitch(owner, campaign.id, { fields: TOPIC });
    const two = await aPitch(owner, campaign.id, { fields: TOPIC });
    const bare = await aPitch(owner, campaign.id);
    const unknown = '01930000-0000-7000-8000-00000000ffff';
    const { body } = await ask([one.id, bare.id, unknown, two.id], 'topic');
    expect(body.items.map((item: Answer['body']) => item.pitchId)).toEqual([one.id, two.id]);
    expect(body.skipped).toMatchObject([
      {
        pitchId: bare.id,
        code: 'approval.nothing_to_ask',
        message: expect.stringContaining('nothing to decide'),
      },
      { pitchId: unknown, code: 'pitch.not_found' },
    ]);
    expect((await ask([bare.id], 'topic')).body.code).toBe('approval.nothing_to_ask');
    const queue = await owner.browser.get(`/approvals?state=asked&campaignId=${campaign.id}&limit=2`);
    expect(queue.body.items.map((item: Answer['body']) => item.pitchId)).toEqual([two.id, one.id]);

    const next = await owner.browser.get(`/approvals?state=asked&limit=2&cursor=${queue.body.nextCursor}`);
    expect(next.body.items.map((item: Answer['body']) => item.id)).not.toContain(queue.body.items[1].id);
  });

  it('is nothing to people of another client', async () => {
    const { id } = await asked();
    for (const path of ['', '/accept', '/refuse', '/comment']) {
      const body = { reason: 'No.', body: 'No.' };
      const sending = path === '/refuse' ? { reason: 'No.' } : path === '/comment' ? { body: 'No.' } : {};
      const answer =
        path === ''
          ? await others.browser.get(`/client/approvals/${id}`)
          : await others.browser.post(`/client/approvals/${id}${path}`, sending);
      expect([path, answer.status, answer.body.code, body.reason]).toEqual([
        path,
        404,
        'approval.not_found',
        'No.',
      ]);
    }
    expect((await others.browser.get('/client/approvals')).body.total).toBe(0);
  });
});

async function bytes(person: Person, path: string): Promise<Buffer> {
  const headers = { cookie: `linkledger=${person.browser.cookie('linkledger')}` };
  const answer = await fetch(`${app.url}/api/v1${path}`, { headers });
  return Buffer.from(await answer.arrayBuffer());
}
