import type { Day } from './day.js';

/** A day's work with publishers, their conditions, owners of sites and figures about them. */
export async function publisherCalls(day: Day): Promise<void> {
  const wish = { name: 'Quiet Media B.V.', kind: 'broker', siteAddresses: ['https://quiet-media.example/'] };
  const made = await day.ask('POST /publishers', [], { json: wish });
  const [{ siteId, linkId }] = made.sites;
  const asked = { type: 'guest_post', priceMinor: 25_000, currency: 'EUR', refusedTopics: ['gambling'] };
  const given = await day.ask('POST /publishers/{id}/conditions', [made.id], { json: asked });
  await day.ask('POST /sites/{id}/conditions', [siteId], { json: { ...asked, askedOn: '2026-11-01' } });
  await day.ask('POST /conditions/{id}/remove', [given.id]);
  await day.ask('POST /publishers/{id}/sites', [made.id], {
    json: { address: 'https://quiet-other.example/', role: 'editor' },
  });
  for (const path of ['', '/doubles-of?name=quiet%20media', '/export']) {
    const [name = '', query = ''] = path.split('?');
    await day.ask(`GET /publishers${name}`, [], {}, query === '' ? '' : `?${query}`);
  }
  await day.ask('PATCH /publishers/{id}', [made.id], { json: { revision: 1, country: 'NL' } });
  await day.ask('POST /sites/{id}/new-owner', [siteId], { json: { publisherName: 'Loud Media' } });
  for (const list of ['publishers', 'conditions', 'metrics'])
    await day.ask(`GET /sites/{id}/${list}`, [siteId]);
  await day.ask('POST /sites/{id}/new-owner/undo', [siteId]);
  await day.ask('POST /sites/{id}/metrics', [siteId], {
    json: { source: 'moz', metric: 'domain_authority', value: 41, measuredOn: '2026-11-01' },
  });
  await day.ask('GET /site-metrics');
  await day.ask('GET /publishers/{id}/conditions', [made.id]);
  await day.ask('POST /publishers/{id}/sites/{linkId}/end', [made.id, linkId]);
  for (const act of ['archive', 'restore']) await day.ask(`POST /publishers/{id}/${act}`, [made.id]);
  await day.ask('GET /publishers/{id}', [made.id]);
  await day.ask('GET /authority');
  await day.ask('POST /authority/refresh');
}
