import { made } from '../../builders/agency.js';
import { posted } from '../answers.js';
import type { Answer } from '../browser.js';
import type { Person } from '../people.js';
import type { SeededClient } from './seed.js';
import { seedOutreach } from './seed-outreach.js';

type Post = (path: string, body: object) => Promise<Answer['body']>;

const poster =
  (owner: Person): Post =>
  (path, body) =>
    posted(owner, path, body);

/** Makes one of each record about sites that the whole team shares, each text with a word found nowhere else. */
export async function seedRecords(owner: Person, canary: string): Promise<void> {
  const post = poster(owner);
  const siteAddress = `paper-${canary}.example`;
  const words = { notes: canary };
  const publisher = await post('/publishers', {
    name: `Media ${canary}`,
    siteAddresses: [siteAddress],
    ...words,
  });
  await post(`/publishers/${publisher.id}/conditions`, { notes: canary, priceMinor: 1, currency: 'EUR' });
  const person = (no: number) => ({
    name: `Ann ${canary}`,
    addresses: [{ address: `ann${no}@${siteAddress}` }],
  });
  const ground = { ground: 'consent', evidenceText: canary };
  const contact = await post('/contacts', { ...person(1), siteAddresses: [siteAddress], ground });
  const other = await post('/contacts', { ...person(2), siteAddresses: [siteAddress] });
  const third = await post('/contacts', { ...person(3), siteAddresses: [siteAddress] });
  await post('/contacts', { ...person(4), siteAddresses: [siteAddress] });
  await post('/merges', { kind: 'contact', keptId: contact.id, otherId: other.id });
  await post('/doubles/dismiss', { kind: 'contact', firstId: contact.id, secondId: third.id });
  await post('/custom-fields', { recordKind: 'prospect', name: canary, type: 'text', fieldKey: 'seeded' });
  const custom = { seeded: canary };
  const wish = { address: siteAddress, tags: [canary], topics: [canary], custom, ...words };
  const { siteId } = await post('/prospects', wish);
  await post('/suppressions', { siteId, reason: 'asked', note: canary });
  await post(`/sites/${siteId}/touches`, { kind: 'mail', note: canary, contactId: contact.id });
  await post(`/sites/${siteId}/new-owner`, { publisherName: `Buyer ${canary}` });
  await post('/notes', { subjectKind: 'site', subjectId: siteId, body: canary });
  await post('/snippets', {
    key: `s_${canary.toLowerCase().replace(/[^a-z0-9]/g, '')}`.slice(0, 40),
    locale: 'en',
    body: canary,
  });
  await post('/templates', {
    name: canary,
    purpose: 'first',
    locale: 'en',
    subjects: [canary],
    body: canary,
  });
  const mailbox = await post('/mailboxes/catcher', {});
  await owner.browser.patch(`/mailboxes/${mailbox.id}`, { revision: mailbox.revision, signature: canary });
  await post(`/mailboxes/${mailbox.id}/pause`, { reason: canary });
  const first = await post('/templates', {
    name: `In sequence ${canary}`,
    purpose: 'first',
    locale: 'en',
    subjects: [canary],
    body: canary,
  });
  await post('/sequences', {
    name: canary,
    steps: [{ kind: 'mail', waitWorkingDays: 0, templateId: first.id }],
  });
  await post('/saved-views', { list: 'prospects', name: canary, query: `?search=${canary}`, isShared: true });
}

/** Makes what belongs to a client beside its placements: a relationship with a link, an exclusion, an import, a reading of its site. */
export async function seedLinks(owner: Person, client: SeededClient, canary: string): Promise<string[]> {
  const post = poster(owner);
  const [clientId = '', brandId = ''] = client.ids;
  const siteAddress = `links-${canary}.example`;
  const relationship = await post('/relationships', { brandId, siteAddress });
  const link = await post(`/relationships/${relationship.id}/links`, {
    direction: 'to_us',
    sourceUrl: `https://${siteAddress}/post`,
    targetUrl: `https://${canary}.example/`,
    anchor: canary,
  });
  await post(`/clients/${clientId}/exclusions`, { siteAddress, reason: 'competitor', note: canary });
  const file = new FormData();
  file.set(
    'file',
    new Blob([`source_url,target_url\nhttps://${siteAddress}/a,https://${canary}.example/\n`]),
    `${canary}.csv`,
  );
  file.set('brandId', brandId);
  const uploaded = made(await owner.browser.send('POST', '/imports', { raw: file }));
  const crawl = (await owner.browser.post(`/brands/${brandId}/crawl/start`)).body.crawlId;
  await owner.browser.post(`/crawls/${crawl}/stop`);
  const task = await post('/tasks', { title: canary, note: canary, clientId });
  const asset = await post('/assets', { brandId, type: 'guide', title: canary, description: canary });
  return [
    task.id,
    asset.id,
    relationship.id,
    link.id,
    uploaded,
    crawl,
    ...(await seedPitch(owner, brandId, canary)),
  ];
}

/** Makes a campaign with a pitch, a file of it, an order, a report and the outreach of the pitch. */
async function seedPitch(owner: Person, brandId: string, canary: string): Promise<string[]> {
  const post = poster(owner);
  const kind = 'guest_blogging';
  const campaign = await post('/campaigns', { brandId, kind, name: `Campaign ${canary}`, notes: canary });
  const siteAddress = `pitched-${String(campaign.id).slice(-12)}.example`;
  const pitch = await post(`/campaigns/${campaign.id}/pitches`, {
    siteAddress,
    label: canary,
    fields: { topic: canary },
  });
  const file = new FormData();
  file.set('field', 'draftFiles');
  file.set('file', new Blob([canary]), `${canary}.txt`);
  const { body } = await owner.browser.send('POST', `/pitches/${pitch.id}/files`, { raw: file });
  const lines = [{ description: canary, buyingMinor: 100, siteAddress: `ordered-${canary}.example` }];
  const order = await post('/orders', {
    brandId,
    currency: 'EUR',
    campaignId: campaign.id,
    poReference: canary,
    notes: canary,
    lines,
  });
  const outreach = { clientId: pitch.clientId, pitchId: pitch.id, siteAddress };
  return [
    ...[campaign.id, pitch.id, body.files[0].id, order.id],
    ...(await seedReport(post, pitch, canary)),
    ...(await seedOutreach(owner, outreach, canary)),
  ];
}

/** Makes what a client is asked about a pitch, and a report with a link that opens it. */
async function seedReport(post: Post, pitch: Answer['body'], canary: string): Promise<string[]> {
  const asked = await post('/approvals', { pitchIds: [pitch.id], subject: 'topic', note: canary });
  const [approval] = asked.items;
  await post(`/approvals/${approval.id}/comments`, { body: canary });
  const report = await post('/reports', { clientId: pitch.clientId, month: '2026-11' });
  await post(`/reports/${report.id}/send`, { revision: report.revision });
  const link = await post(`/reports/${report.id}/links`, { days: 30 });
  return [approval.id, report.id, link.id];
}
