import type { Day } from './day.js';

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
  for (const path of ['', '/counts', '/export']) await day.ask(`GET /relationships${path}`);
  await day.ask('GET /relationships/summary', [], {}, `?clientId=${String(client.id)}`);
  await notes(day, id, siteId);
  await crawls(day, brandId);
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
