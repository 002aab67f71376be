import type { Day } from './day.js';
import { form } from './form.js';

/** A day's work with relationships: links in both directions, why they are there, notes, readings of the own site. */
export async function relationshipCalls(day: Day): Promise<void> {
  const [client] = (await day.ask('GET /clients')).items;
  const brandId = client.brands[0].id;
  const wish = { brandId, siteAddress: 'https://quiet-partner.example/' };
  const { id, siteId } = await day.ask('POST /relationships', [], { json: wish });
  const { items: pages } = await day.ask('GET /brands/{id}/target-pages', [brandId]);
  const link = { direction: 'to_us', sourceUrl: 'https://quiet-partner.example/a', targetUrl: pages[0].url };
  await day.ask('POST /relationships/{id}/links', [id], { json: { ...link, anchor: 'a guide' } });
  const slip = await day.ask('POST /relationships/{id}/links', [id], {
    json: { ...link, sourceUrl: 'https://quiet-partner.example/b', firstSeenOn: '2026-11-01' },
  });
  await day.ask('GET /relationships/{id}/links', [id]);
  await day.ask('POST /links/{id}/remove', [slip.id]);
  await day.ask('GET /target-pages/{id}/anchors', [pages[0].id]);
  await day.ask('PUT /relationships/{id}/litmus', [id], {
    json: { wouldLinkAnyway: true, readersGain: null, note: 'yes' },
  });
  const { revision } = await day.ask('GET /relationships/{id}', [id]);
  await day.ask('PATCH /relationships/{id}', [id], {
    json: { revision, stage: 'partner', reason: 'curated_hub' },
  });
  await told(day, brandId);
  await day.ask('GET /relationships/{id}', [id]);
  for (const path of ['', '/counts', '/export']) await day.ask(`GET /relationships${path}`);
  await day.ask('GET /relationships/summary', [], {}, `?clientId=${String(client.id)}`);
  await notes(day, id, siteId);
  await crawls(day, brandId);
}

/** A tool's list of whole sites names the partner, and one that is lost. */
async function told(day: Day, brandId: string): Promise<void> {
  const list =
    'Domain,Links,First seen,Lost\nquiet-partner.example,12,2026-01-02,\nquiet-past.example,0,,2026-10-01\n';
  const { id } = await day.ask('POST /imports', [], { raw: form({}, 'file', list) });
  const options = { defaults: { type: 'guest_post', compensation: 'none' }, brandId };
  const mapping = { site: 0, link_count: 1, first_seen: 2, lost_on: 3 };
  await day.ask('PUT /imports/{id}/mapping', [id], { json: { content: 'linking_sites', mapping, options } });
  await day.ask('POST /imports/{id}/run', [id]);
  await day.settle();
}

async function notes(day: Day, id: string, siteId: string): Promise<void> {
  const note = { subjectKind: 'relationship', subjectId: id, body: 'Ask Jo.' };
  const written = await day.ask('POST /notes', [], { json: note });
  await day.ask('GET /timelines/{subjectKind}/{subjectId}', ['relationship', id]);
  await day.ask('POST /notes/{id}/remove', [written.id]);
  await day.ask('GET /timelines/{subjectKind}/{subjectId}', ['site', siteId]);
}

async function crawls(day: Day, brandId: string): Promise<void> {
  const plan = { isOn: true, everyDays: 30, pageLimit: 5 };
  await day.ask('PUT /brands/{id}/crawl', [brandId], { json: plan });
  const stopped = await day.ask('POST /brands/{id}/crawl/start', [brandId]);
  await day.ask('POST /crawls/{id}/stop', [stopped.crawlId]);
  const { crawlId } = await day.ask('POST /brands/{id}/crawl/start', [brandId]);
  await day.settle();
  await day.ask('GET /crawls/{id}', [crawlId]);
  await day.ask('GET /crawls/{id}/pages', [crawlId]);
  await day.ask('GET /brands/{id}/crawl', [brandId]);
}
