import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aBrand, aTeam, finished, type MadeBrand, made } from '../builders/agency.js';
import { aCampaign, aContact, aPitch } from '../builders/campaigns.js';
import { aProspect, faultsOf } from '../builders/prospects.js';
import { startApp, type TestApp } from './app.js';
import type { Answer } from './browser.js';
import type { Person } from './people.js';

let app: TestApp;
let owner: Person;
let member: Person;
let brand: MadeBrand;
let other: MadeBrand;
let campaign: Answer['body'];
beforeAll(async () => {
  app = await startApp();
  ({ owner, member, brand } = await aTeam(app, 'shoes'));
  other = await aBrand(owner, 'lamps');
  campaign = await aCampaign(owner, brand.brandId);
});
afterAll(() => app.close());

const add = (campaignId: string, wish: object, person = owner): Promise<Answer> =>
  person.browser.post(`/campaigns/${campaignId}/pitches`, wish);
const codes = (answer: Answer): string[] => answer.body.warnings.map(({ code }: { code: string }) => code);

describe('adding a prospect', () => {
  it('takes its site by address, makes it a prospect, and asks its contact', async () => {
    const contactId = await aContact(owner, 'heron-paper.example');
    const added = await add(campaign.id, {
      siteAddress: 'https://www.heron-paper.example/x',
      label: 'Herons',
    });
    expect(added.body).toMatchObject({
      campaignName: 'Autumn posts',
      kindName: 'Guest blogging',
      displayHost: 'heron-paper.example',
      stage: 'found',
      stageName: 'Found',
      status: 'waiting_us',
      assigneeMemberId: owner.memberId,
      contacts: [{ id: contactId, name: 'Ed Editor' }],
      warnings: [],
      revision: 1,
    });
    const prospect = await owner.browser.get(`/prospects/by-site/${added.body.siteId}`);
    expect(prospect.body.id).toBe(added.body.prospectId);
    const step = added.body.steps.find(({ stage }: { stage: string }) => stage === 'pitched');
    expect(step).toMatchObject({ isAllowed: false, code: 'pitch.move_not_allowed', missing: ['ideas'] });
    const again = await add(campaign.id, { siteId: added.body.siteId });
    expect(codes(again)).toEqual(['in_campaign']);
    expect(again.body.warnings[0].pitchId).toBe(added.body.id);
  });

  it('needs a site or a label, and every name it gives must be there', async () => {
    const stranger = '01930000-0000-7000-8000-00000000ffff';
    const faults = async (wish: object): Promise<string[]> => faultsOf(await add(campaign.id, wish));
    expect(await faults({})).toEqual(['siteAddress needed']);
    expect(await faults({ siteAddress: 'a.example', contactIds: [stranger] })).toEqual([
      'contactIds.0 unknown_contact',
    ]);
    expect(await faults({ siteAddress: 'a.example', targetPageId: stranger })).toEqual([
      'targetPageId unknown_page',
    ]);
    expect(await faults({ siteAddress: 'a.example', assetId: stranger })).toEqual(['assetId unknown_asset']);
    expect(await faults({ siteAddress: 'a.example', assigneeMemberId: stranger })).toEqual([
      'assigneeMemberId unknown_member',
    ]);
    expect(await faults({ siteAddress: 'a.example', fields: { dueOn: 'soon' } })).toEqual([
      'fields.dueOn day',
    ]);
    expect(await faults({ siteAddress: 'a.example', fields: { mood: 1 } })).toEqual([
      'fields.mood unknown_field',
    ]);
    expect((await add(campaign.id, { siteId: stranger })).body.code).toBe('site.not_found');
    expect((await add(campaign.id, { prospectId: stranger })).body.code).toBe('prospect.not_found');
    expect((await add(campaign.id, { label: 'A reporter of the evening news' })).status).toBe(201);
  });

  it('warns of a colleague who wrote for another client, or refuses; a manager lets it pass', async () => {
    const { siteId } = await aProspect(owner);
    const touch = { kind: 'mail', clientId: other.clientId, brandId: other.brandId };
    made(await owner.browser.post(`/sites/${siteId}/touches`, touch));
    const warned = await add(campaign.id, { siteId }, member);
    expect(warned.body.warnings).toMatchObject([
      { code: 'contacted_for_other_client', by: 'Olga Owner', on: '2026-11-20', clientName: 'Client lamps' },
    ]);
    const strict = await aCampaign(owner, brand.brandId, { onConflict: 'block' });
    const refused = await add(strict.id, { siteId }, member);
    expect([refused.status, refused.body.code]).toEqual([409, 'pitch.conflict']);
    expect(refused.body.params).toMatchObject({ by: 'Olga Owner', on: '2026-11-20', client: 'Client lamps' });
    expect(refused.body.detail).toContain('Olga Owner');
    expect((await add(strict.id, { siteId, release: true }, member)).status).toBe(403);
    expect(codes(await add(strict.id, { siteId, release: true }))).toContain('contacted_for_other_client');
  });

  it('keeps to what the client and the site do not want, unless the campaign only warns', async () => {
    const { siteId } = await aProspect(owner);
    const exclusion = { siteId, reason: 'competitor' };
    await owner.browser.post(`/clients/${brand.clientId}/exclusions`, exclusion);
    const excluded = await add(campaign.id, { siteId, release: true });
    expect([excluded.status, excluded.body.code]).toEqual([409, 'pitch.excluded']);
    const lenient = await aCampaign(owner, brand.brandId, { onExclusion: 'warn' });
    expect(codes(await add(lenient.id, { siteId }))).toEqual(['excluded']);
    const stopped = await aProspect(owner);
    made(await owner.browser.post('/suppressions', { siteId: stopped.siteId, reason: 'asked' }));
    expect((await add(campaign.id, { siteId: stopped.siteId })).body.code).toBe('pitch.do_not_contact');
  });

  it('takes many at once, tells why some are left out, and can be undone', async () => {
    const some = [await aProspect(owner), await aProspect(owner), await aProspect(owner)];
    const [first, second, third] = some.map(({ id }) => String(id));
    const bulk = await aCampaign(owner, brand.brandId);
    await add(bulk.id, { prospectId: second });
    made(await owner.browser.post('/suppressions', { siteId: some[2]?.siteId, reason: 'asked' }));
    const wish = { prospectIds: [first, second, third], assigneeMemberId: member.memberId };
    const started = await owner.browser.post(`/campaigns/${bulk.id}/pitches/bulk`, wish);
    const job = await finished(app, owner, started);
    expect(job).toMatchObject({ state: 'done', total: 3, failed: 2 });
    const row = (await owner.browser.get(`/campaigns/${bulk.id}`)).body;
    expect(row.pitchCount).toBe(2);
    await finished(app, owner, await owner.browser.post(`/jobs/${String(started.body.jobId)}/undo`));
    expect((await owner.browser.get(`/campaigns/${bulk.id}`)).body.pitchCount).toBe(1);
    const both = await owner.browser.post(`/campaigns/${bulk.id}/pitches/bulk`, { ...wish, filter: {} });
    expect(faultsOf(both)).toEqual(['prospectIds needed']);
  });
});

describe('files', () => {
  it('belong to a field that takes them', async () => {
    const pitch = await aPitch(owner, campaign.id);
    const send = (field: string, content: string): Promise<Answer> => {
      const form = new FormData();
      form.set('field', field);
      form.set('file', new Blob([content]), 'Konzept ü.txt');
      return owner.browser.send('POST', `/pitches/${pitch.id}/files`, { raw: form });
    };
    expect(faultsOf(await send('topic', 'words'))).toEqual(['field in']);
    expect((await send('draftFiles', '\u0000\u0001')).body.code).toBe('pitch.file_type');
    const [file] = (await send('draftFiles', 'words')).body.files;
    expect(file).toMatchObject({
      field: 'draftFiles',
      name: 'Konzept ü.txt',
      size: 5,
      addedByName: 'Olga Owner',
    });
    expect((await owner.browser.get(`/pitch-files/${file.id}`)).status).toBe(200);
    expect((await owner.browser.send('DELETE', `/pitch-files/${file.id}`)).body.files).toEqual([]);
    expect((await owner.browser.get(`/pitch-files/${file.id}`)).body.code).toBe('pitch.file_not_found');
  });
});
