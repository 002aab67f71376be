import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KindFolders } from '../../src/platform/campaign-kinds/kinds.js';
import { aBrand } from '../builders/agency.js';
import { aKind } from '../builders/campaign-kind.js';
import { aCampaign, aContact, aPitch, walk } from '../builders/campaigns.js';
import { faultsOf } from '../builders/prospects.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import { type Person, setUp } from './people.js';

const STARTER =
  '---\nname: Invitation\nsubject: An episode for {{site.name}}\nnote: Short.\n---\nHi {{contact.firstName}},\n';

describe('a kind is one file', () => {
  let folder: string;
  let app: TestApp;
  let owner: Person;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'linkledger-kinds-'));
    const folders = { kinds: join(folder, 'kinds'), templates: join(folder, 'templates') };
    mkdirSync(folders.kinds);
    mkdirSync(join(folders.templates, 'podcast'), { recursive: true });
    writeFileSync(join(folders.kinds, 'podcast.js'), `export const kind = ${JSON.stringify(aKind())};\n`);
    writeFileSync(join(folders.templates, 'podcast', 'first.en.hbs'), STARTER);
    app = await startApp({ ports: [[KindFolders, folders]] });
    owner = await setUp(app);
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  const move = (pitch: Answer['body'], to: string): Promise<Answer> =>
    owner.browser.post(`/pitches/${String(pitch.id)}/move`, { to, revision: pitch.revision });

  it('and is told with its stages, moves and fields', async () => {
    const { items } = (await owner.browser.get('/campaign-kinds')).body;
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      key: 'podcast',
      name: 'Podcasts',
      moves: { found: ['invited'], invited: ['agreed', 'found'] },
      required: { invited: ['site', 'contact', 'episode'] },
      placement: { type: 'partnership', compensation: 'none', rel: 'follow' },
    });
    expect(items[0].fields[0]).toMatchObject({ key: 'episode', type: 'text', name: 'Episode' });
  });

  it('whose mails are found by its key', async () => {
    const { items } = (await owner.browser.get('/template-starters?kind=podcast')).body;
    expect(items).toMatchObject([{ key: 'podcast/first.en', kind: 'podcast', name: 'Invitation' }]);
    const variables = (await owner.browser.get('/template-variables?kind=podcast')).body.items;
    expect(variables).toContainEqual(expect.objectContaining({ path: 'field.episode', name: 'Episode' }));
  });

  it('whose pitches move by its rules', async () => {
    const { brandId } = await aBrand(owner, 'shoes');
    const campaign = await aCampaign(owner, brandId, { kind: 'podcast' });
    const contactIds = [await aContact(owner, 'talks.example')];
    const pitch = await aPitch(owner, campaign.id, { siteAddress: 'talks.example', contactIds });
    expect((await move(pitch, 'invited')).body).toMatchObject({
      code: 'pitch.field_missing',
      params: { missing: ['episode'] },
    });
    expect((await move(pitch, 'agreed')).body).toMatchObject({ code: 'pitch.move_not_allowed' });
    const ready = { revision: pitch.revision, fields: { episode: 'Twelve', format: 'talk' } };
    const filled = (await owner.browser.patch(`/pitches/${String(pitch.id)}`, ready)).body;
    expect(await walk(owner, filled, ['invited'])).toMatchObject({
      stage: 'invited',
      status: 'waiting_them',
    });
  });

  it('and nothing else is one: no other kind starts a campaign here', async () => {
    const { brandId } = await aBrand(owner, 'lamps');
    const refused = await owner.browser.post('/campaigns', {
      brandId,
      kind: 'guest_blogging',
      name: 'Posts',
    });
    expect(faultsOf(refused)).toEqual(['kind unknown_kind']);
  });
});
