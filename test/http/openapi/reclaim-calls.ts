import type { Day } from './day.js';

/** A day's work with what got worse and what has not come: two reclamations, the end of a partnership, and a search. */
export async function reclaimCalls(day: Day): Promise<void> {
  const { items } = await day.ask('GET /placements', [], {}, '?state=removed');
  const [first] = items;
  const { ids } = await day.ask('POST /reclamations', [], { json: { placementIds: [first.id] } });
  const [id] = ids;
  await day.ask('GET /reclamations', [], {}, '?state=open');
  const { revision } = await day.ask('GET /reclamations/{id}', [id]);
  await day.ask('PATCH /reclamations/{id}', [id], { json: { revision, note: 'a friendly editor' } });
  await day.ask('POST /reclamations/{id}/send', [id], { json: { on: '2026-11-20' } });
  await day.ask('POST /reclamations/{id}/answer', [id]);
  await day.ask('POST /reclamations/{id}/refuse', [id]);
  await day.ask('POST /reclamations/{id}/reopen', [id]);
  await day.ask('POST /reclamations/{id}/dismiss', [id]);
  await search(day, first.brandId);
  const publisher = await day.ask('POST /publishers', [], {
    json: { name: 'Ending Media', siteAddresses: ['ending-media.example'] },
  });
  await day.ask('GET /publishers/{id}/end-partnership', [publisher.id]);
  await day.ask('POST /publishers/{id}/end-partnership', [publisher.id], {
    json: { reason: 'they sell links' },
  });
  const [site] = (await day.ask('GET /publishers/{id}', [publisher.id])).sites;
  await day.ask('GET /sites/{id}/end-partnership', [site.siteId]);
  await day.ask('POST /sites/{id}/end-partnership', [site.siteId], { json: { reason: 'they sell links' } });
}

async function search(day: Day, brandId: string): Promise<void> {
  const awaited = await day.ask('POST /placements', [], {
    json: {
      brandId,
      site: 'ending-media.example',
      targetUrl: 'https://target.example/page',
      type: 'guest_post',
    },
  });
  await day.ask('GET /placements/{id}/search', [awaited.id]);
  await day.ask('POST /placements/{id}/search', [awaited.id]);
  await day.ask('POST /placements/{id}/search/accept', [awaited.id], {
    json: { url: 'https://ending-media.example/post' },
  });
}
