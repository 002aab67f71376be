import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonErasureRepository } from '../../src/modules/courtesy/person-erasure.repository.js';
import { BlobStore } from '../../src/platform/blobs/blob-store.js';
import { sha256 } from '../../src/platform/crypto/secrets.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/id.js';
import { aBrand, type MadeBrand, made } from '../builders/agency.js';
import { aCampaign, aPitch } from '../builders/campaigns.js';
import { putAnyRow } from '../database/any-row.js';
import { startApp, type TestApp } from './app.js';
import { anotherWorkspace, invite, type Person, setUp } from './people.js';

let app: TestApp;
let owner: Person;
let member: Person;
let shop: MadeBrand;
beforeAll(async () => {
  app = await startApp();
  owner = await setUp(app);
  member = await invite(app, owner, { role: 'member' });
  shop = await aBrand(owner, 'shop');
});
afterAll(() => app.close());

describe('a person', () => {
  const NAME = 'Plantina Canarysdotter';
  const ADDRESS = 'plantina.canary@bird.example';
  const TEXT = `Dear ${NAME} <${ADDRESS}>`;
  let id: string;
  let sha: string;

  beforeAll(async () => {
    const { workspaceId } = owner;
    const person = await owner.browser.post('/contacts', {
      name: NAME,
      notes: TEXT,
      country: 'NL',
      addresses: [{ address: ADDRESS }],
      siteAddresses: ['bird.example'],
    });
    id = made(person);
    await owner.browser.post(`/contacts/${id}/grounds`, { ground: 'other', evidenceText: TEXT });
    await owner.browser.post('/notes', { subjectKind: 'contact', subjectId: id, body: TEXT });
    const siteId = (await owner.browser.get(`/contacts/${id}`)).body.places[0].siteId;
    await owner.browser.post(`/sites/${String(siteId)}/touches`, { kind: 'mail', note: TEXT, contactId: id });
    await owner.browser.post('/notes', {
      subjectKind: 'site',
      subjectId: siteId,
      body: `Ask ${NAME} first.`,
    });
    const campaign = await aCampaign(owner, shop.brandId);
    const pitch = await aPitch(owner, campaign.id, {
      siteAddress: 'bird.example',
      label: TEXT,
      contactIds: [id],
    });
    const common = { workspace_id: workspaceId, client_id: shop.clientId };
    const ids = Object.fromEntries(
      ['mailbox', 'out', 'in', 'bounce', 'talk', 'enrollment', 'sequence', 'version', 'stranger'].map(
        (name) => [name, newId()],
      ),
    );
    const of = (name: string): string => String(ids[name]);
    sha = await app.get(BlobStore).put(Buffer.from(`${TEXT} raw`), 'message/rfc822');
    await putAnyRow(app.database, 'mailboxes', {
      workspace_id: workspaceId,
      id: of('mailbox'),
      sign_in: 'catcher',
    });
    await putAnyRow(app.database, 'sequences', { ...common, id: of('sequence'), name: 'Birds' });
    const version = { id: of('version'), sequence_id: of('sequence'), no: '1' };
    await putAnyRow(app.database, 'sequence_versions', { ...common, ...version });
    const to = { to_address: ADDRESS, to_address_key: ADDRESS, pitch_id: String(pitch.id), contact_id: id };
    await putAnyRow(app.database, 'enrollments', {
      ...common,
      ...to,
      id: of('enrollment'),
      sequence_id: of('sequence'),
      version_id: of('version'),
      mailbox_id: of('mailbox'),
      state: 'finished',
    });
    await putAnyRow(app.database, 'enrollment_steps', {
      ...common,
      enrollment_id: of('enrollment'),
      step_no: '1',
      kind: 'mail',
      text: TEXT,
      subject: TEXT,
    });
    await putAnyRow(app.database, 'conversations', {
      ...common,
      id: of('talk'),
      contact_id: id,
      subject: TEXT,
      subject_key: TEXT,
    });
    await putAnyRow(app.database, 'conversation_notes', {
      ...common,
      id: newId(),
      conversation_id: of('talk'),
      text: TEXT,
    });
    await putAnyRow(app.database, 'outbound_messages', {
      ...common,
      ...to,
      id: of('out'),
      mailbox_id: of('mailbox'),
      enrollment_id: of('enrollment'),
      conversation_id: of('talk'),
      state: 'sent',
      to_name: NAME,
      subject: TEXT,
      body_text: TEXT,
      body_html: TEXT,
      final_reply: `550 ${ADDRESS}`,
    });
    const inbound = {
      workspace_id: workspaceId,
      client_id: shop.clientId,
      mailbox_id: of('mailbox'),
      uid_validity: '1',
    };
    await putAnyRow(app.database, 'inbound_messages', {
      ...inbound,
      id: of('in'),
      uid: '1',
      conversation_id: of('talk'),
      kind: 'reply',
      from_address: ADDRESS,
      from_address_key: ADDRESS,
      from_name: NAME,
      to_addresses: `{${ADDRESS}}`,
      subject: TEXT,
      body_text: TEXT,
      quoted_text: TEXT,
      body_html: TEXT,
      blob_sha256: `\\x${sha}`,
    });
    await putAnyRow(app.database, 'inbound_messages', {
      ...inbound,
      id: of('bounce'),
      uid: '2',
      kind: 'bounce',
      outbound_id: of('out'),
      body_text: TEXT,
    });
    await putAnyRow(app.database, 'inbound_messages', {
      ...inbound,
      id: of('stranger'),
      uid: '3',
      kind: 'reply',
      from_address: 'boss@bird.example',
      from_address_key: 'boss@bird.example',
      body_text: `Mail ${ADDRESS}, not me: ${NAME} does this.`,
    });
    await app.database.asOwner(
      `update inbound_messages set attachments = $2, recipients = $3, opt_out = $4 where workspace_id = $1 and kind <> 'complaint'`,
      [
        workspaceId,
        JSON.stringify([{ name: `${NAME}.pdf`, type: 'application/pdf', size: 10 }]),
        JSON.stringify([{ address: ADDRESS }]),
        JSON.stringify({ sentence: TEXT }),
      ],
    );
  });

  it('gets everything that is kept of them, mails in and out with their texts', async () => {
    const { status, headers, body } = await owner.browser.get(`/contacts/${id}/data-export`);
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toContain('attachment');
    expect(body).toMatchObject({
      person: { name: NAME, notes: TEXT, country: 'NL' },
      addresses: [{ address: ADDRESS }],
      places: [{ site: 'bird.example' }],
      grounds: [{ ground: 'other', evidenceText: TEXT }],
      notes: [{ text: TEXT }],
      touches: [{ kind: 'mail', note: TEXT }],
      pitches: [{ client: 'Client shop', site: 'bird.example' }],
      enrollments: [{ sequence: 'Birds', toAddress: ADDRESS }],
      mailsOut: [{ toAddress: ADDRESS, text: TEXT, state: 'sent' }],
      mailsIn: [{ fromAddress: ADDRESS, text: TEXT, quoted: TEXT, attachments: [`${NAME}.pdf`] }],
      suppressions: [],
    });
    expect(body.events.length).toBeGreaterThan(2);
    expect((await member.browser.get(`/contacts/${id}/data-export`)).status).toBe(403);
  });

  it('is told in numbers before anybody erases them', async () => {
    expect((await owner.browser.get(`/contacts/${id}/data-counts`)).body).toEqual({
      addresses: 1,
      grounds: 1,
      notes: 1,
      touches: 1,
      enrollments: 1,
      mailsWaiting: 0,
      mailsOut: 1,
      mailsIn: 1,
      conversations: 1,
    });
  });

  it('is erased from every table, with the raw mail; what remains is a hash and the numbers', async () => {
    const stranger = await anotherWorkspace(app, 'Osprey');
    const theirs = await stranger.browser.post('/contacts', {
      name: NAME,
      addresses: [{ address: ADDRESS }],
    });
    expect((await owner.browser.post(`/contacts/${id}/erase`)).status).toBe(200);
    const tables = await app.database.asOwner<{ name: string }>(
      `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where table_schema = 'public' and column_name = 'workspace_id' and table_type = 'BASE TABLE'`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await app.database.asOwner<{ text: string }>(
        `select to_jsonb(t)::text as text from ${name} t where workspace_id = $1 and to_jsonb(t)::text ~* $2`,
        [owner.workspaceId, 'canarysdotter|plantina\\.canary'],
      );
      found.push(...rows.map(({ text }) => `${name}: ${text}`));
    }
    expect(found).toEqual([]);
    expect(tables.length).toBeGreaterThan(80);
    expect(await app.get(BlobStore).get(sha)).toBeNull();
    const [count] = await app.database.asOwner<{ n: number }>(
      `select count(*)::int as n from inbound_messages where workspace_id = $1`,
      [owner.workspaceId],
    );
    expect(count?.n).toBe(3);
    expect(
      await app.database.asOwner('select source from suppressions where address_hash = $1', [
        sha256(ADDRESS),
      ]),
    ).toEqual([{ source: 'erasure' }]);
    expect((await stranger.browser.get(`/contacts/${made(theirs)}`)).body.name).toBe(NAME);
    expect((await owner.browser.get(`/contacts/${id}/data-export`)).body.code).toBe('contact.erased');
  });

  it('leaves the words of others, without the address and the name', async () => {
    const [row] = await app.database.asOwner<{ body_text: string }>(
      `select body_text from inbound_messages where from_address = 'boss@bird.example'`,
    );
    expect(row?.body_text).toBe('Mail [erased], not me: [erased] does this.');
  });

  it('shares bytes with nobody: what another record needs stays', async () => {
    const bytes = await app.get(BlobStore).put(Buffer.from('shared bytes'), 'message/rfc822');
    await putAnyRow(app.database, 'inbound_messages', {
      workspace_id: newId(),
      id: newId(),
      mailbox_id: newId(),
      uid_validity: '1',
      uid: '1',
      kind: 'reply',
      blob_sha256: `\\x${bytes}`,
    });
    await app
      .get(Database)
      .inWorkspace({ workspaceId: owner.workspaceId }, () =>
        app.get(PersonErasureRepository).releaseRaw(bytes),
      );
    expect((await app.get(BlobStore).get(bytes))?.content.toString()).toBe('shared bytes');
  });
});
