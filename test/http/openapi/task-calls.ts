import type { Day } from './day.js';

/** A day's work with tasks and assets, and with what is entered by hand. */
export async function taskCalls(day: Day): Promise<void> {
  const { id, revision } = await day.ask('POST /tasks', [], {
    json: { title: 'Write to Ann', kind: 'mail' },
  });
  await day.ask('GET /tasks');
  await day.ask('GET /tasks/counts');
  await day.ask('GET /tasks/{id}', [id]);
  await day.ask('PATCH /tasks/{id}', [id], { json: { revision, dueOn: '2026-12-01' } });
  for (const act of ['done', 'reopen']) await day.ask(`POST /tasks/{id}/${act}`, [id]);
  const started = await day.ask('POST /tasks/bulk', [], { json: { action: 'done', ids: [id] } });
  await day.settle();
  await day.ask('GET /jobs/{id}', [started.jobId]);
  await day.ask('POST /tasks/{id}/remove', [id]);
  await assets(day);
}

async function assets(day: Day): Promise<void> {
  const brandId = (await day.ask('GET /clients')).items[0].brands[0].id;
  const wish = { brandId, type: 'guide', title: 'Guide to herons' };
  const { id } = await day.ask('POST /assets', [], { json: wish });
  await day.ask('PATCH /assets/{id}', [id], { json: { revision: 1, topics: ['water'] } });
  for (const act of ['archive', 'restore']) await day.ask(`POST /assets/{id}/${act}`, [id]);
  await day.ask('GET /assets/{id}', [id]);
  await day.ask('GET /assets');
  await byHand(day, brandId);
}

async function byHand(day: Day, brandId: string): Promise<void> {
  const add = async (kind: string): Promise<string> =>
    (await day.ask('POST /campaigns', [], { json: { brandId, kind, name: `By hand ${kind}` } })).id;
  const text = 'Outlet: Canal Post\nDeadline: 24 November 2026, 5pm CET\nQuery: Why do locks leak?';
  await day.ask('POST /suggestions/read-text', [], { json: { campaignId: await add('haro'), text } });
  const campaignId = await add('broken_link');
  const url = 'http://127.0.0.1:9/gone';
  const { jobId } = await day.ask('POST /suggestions/read-page', [], { json: { campaignId, url } });
  await day.settle();
  await day.ask('GET /suggestions/readings/{id}', [jobId]);
  const json = { label: 'Dead page', fields: { deadUrl: 'https://gone.invalid/page' } };
  const pitch = await day.ask('POST /campaigns/{id}/pitches', [campaignId], { json });
  await day.ask('POST /pitches/{id}/prove', [pitch.id]);
}
