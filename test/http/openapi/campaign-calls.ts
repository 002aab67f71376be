import { GUEST_POST } from '../../builders/campaigns.js';
import type { Day } from './day.js';
import { form } from './form.js';

/** A day's work with a campaign and its pitches: added, moved, won, lost, paused, put away. */
export async function campaignCalls(day: Day): Promise<void> {
  await day.ask('GET /campaign-kinds');
  const { brandId, memberId } = await place(day);
  const page = await day.ask('POST /brands/{id}/target-pages', [brandId], {
    json: { url: 'https://campaign.example/guide' },
  });
  const wish = { brandId, kind: 'guest_blogging', name: 'Autumn', targetPageIds: [page.id] };
  const { id } = await day.ask('POST /campaigns', [], { json: wish });
  await day.ask('GET /campaigns', [], {}, `?sort=name&brandId=${brandId}&limit=1`);
  await day.ask('PATCH /campaigns/{id}', [id], { json: { revision: 1, status: 'running' } });
  await day.ask('PUT /campaigns/{id}/members', [id], { json: { memberIds: [memberId] } });
  const item = {
    targetPageId: page.id,
    ownerMemberId: memberId,
    goal: 'First page',
    nextActionOn: '2026-12-01',
  };
  await day.ask('PUT /campaigns/{id}/target-pages', [id], { json: { items: [item] } });
  await onePitch(day, id, page.id);
  await manyPitches(day, id);
  for (const act of ['archive', 'restore']) await day.ask(`POST /campaigns/{id}/${act}`, [id]);
  await day.ask('GET /campaigns/{id}', [id]);
}

async function place(day: Day): Promise<{ brandId: string; memberId: string }> {
  const client = await day.ask('POST /clients', [], { json: { name: 'Client with a campaign' } });
  const brand = await day.ask('POST /clients/{id}/brands', [client.id], {
    json: { name: 'Brand', homeUrl: 'https://campaign.example/' },
  });
  const { items } = await day.ask('GET /members');
  return { brandId: brand.id, memberId: items[0].id };
}

async function onePitch(day: Day, campaignId: string, targetPageId: string): Promise<void> {
  const siteAddress = 'pitched-paper.example';
  const contact = await day.ask('POST /contacts', [], {
    json: { name: 'Ed Editor', siteAddresses: [siteAddress], addresses: [{ address: `ed@${siteAddress}` }] },
  });
  const { id } = await day.ask('POST /campaigns/{id}/pitches', [campaignId], {
    json: { siteAddress, targetPageId, fields: GUEST_POST },
  });
  const named = await day.ask('PUT /pitches/{id}/contacts', [id], { json: { contactIds: [contact.id] } });
  await day.ask('PATCH /pitches/{id}', [id], {
    json: { revision: named.revision, nextStep: 'Call', nextStepOn: '2026-12-02' },
  });
  await day.ask('POST /pitches/{id}/pause', [id], { json: { until: '2027-06-01' } });
  await day.ask('POST /pitches/{id}/resume', [id]);
  const file = await day.ask('POST /pitches/{id}/files', [id], {
    raw: form({ field: 'draftFiles' }, 'file', 'words', 'draft.txt'),
  });
  await day.ask('GET /pitch-files/{id}', [file.files[0].id]);
  let { revision } = await day.ask('DELETE /pitch-files/{id}', [file.files[0].id]);
  for (const to of ['qualified', 'pitched', 'topic_agreed', 'drafting', 'submitted'])
    ({ revision } = await day.ask('POST /pitches/{id}/move', [id], { json: { to, revision } }));
  await day.ask('POST /pitches/{id}/won', [id], {
    json: { placements: [{ rel: 'follow' }], source: { kind: 'note', reference: 'their mail' } },
  });
  await day.ask('POST /notes', [], { json: { subjectKind: 'pitch', subjectId: id, body: 'Likes herons' } });
  await day.ask('GET /timelines/{subjectKind}/{subjectId}', ['pitch', id]);
  await day.ask('GET /pitches/{id}', [id]);
}

async function manyPitches(day: Day, campaignId: string): Promise<void> {
  const prospect = await day.ask('POST /prospects', [], { json: { address: 'campaign-prospect.example' } });
  const started = await day.ask('POST /campaigns/{id}/pitches/bulk', [campaignId], {
    json: { prospectIds: [prospect.id] },
  });
  await day.settle();
  await day.ask('POST /jobs/{id}/undo', [started.jobId]);
  await day.settle();
  const { id } = await day.ask('POST /campaigns/{id}/pitches', [campaignId], {
    json: { prospectId: prospect.id, label: 'Second try' },
  });
  await day.ask('POST /pitches/{id}/lose', [id], { json: { reason: 'no_reply' } });
  await day.ask('POST /pitches/{id}/reopen', [id]);
  for (const act of ['archive', 'restore']) await day.ask(`POST /pitches/{id}/${act}`, [id]);
}
