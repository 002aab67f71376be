import { LocalServer } from '../../builders/local-server.js';
import { SERVICE_ANSWERS } from '../../builders/service-answers.js';
import type { Day } from './day.js';

/** Questions to outside services, which here are a server of our own, and what becomes of whom they name. */
export async function discoveryCalls(day: Day): Promise<void> {
  const services = await LocalServer.start(({ path }) => ({
    type: 'application/json',
    body: JSON.stringify(SERVICE_ANSWERS[path.split('?')[0] ?? ''] ?? {}),
  }));
  try {
    await keys(day, services.url);
    await questions(day);
    for (const service of ['hunter', 'search']) await day.ask('DELETE /service-keys/{service}', [service]);
  } finally {
    await services.close();
  }
}

async function keys(day: Day, url: string): Promise<void> {
  for (const service of ['hunter', 'ahrefs', 'moz', 'search']) {
    const key = service === 'moz' ? 'an-id:a-secret' : 'a-key-of-a-service';
    await day.ask('PUT /service-keys/{service}', [service], { json: { key, baseUrl: `${url}/${service}` } });
    await day.ask('POST /service-keys/{service}/test', [service]);
    await day.ask('GET /service-keys/{service}', [service]);
  }
  await day.ask('GET /service-keys');
  await day.ask('GET /services');
}

async function questions(day: Day): Promise<void> {
  await day.ask('POST /search', [], { json: { words: 'lock keepers', page: 1, language: 'en' } });
  const keys = ['paper.example', 'new.example'];
  await day.ask('POST /search/sites', [], { json: { siteKeys: keys } });
  const { siteId } = await day.ask('POST /prospects', [], { json: { address: 'https://paper.example/' } });
  await day.ask('POST /prospects/from-addresses', [], { json: { addresses: keys, tags: ['found'] } });
  await day.ask('POST /search/sites', [], { json: { siteKeys: keys } });
  await day.ask('POST /sites/{id}/measure', [siteId], { json: { service: 'ahrefs' } });
  await day.ask('GET /sites/{id}/metrics', [siteId]);
  const desk = await day.ask('POST /contacts', [], {
    json: { name: 'Desk', addresses: [{ address: 'desk@paper.example' }] },
  });
  await day.ask('POST /contact-addresses/{id}/verify', [desk.addresses[0].id]);
  await found(day, siteId);
  const { items } = await day.ask('GET /contact-proposals', [], {}, `?siteId=${String(siteId)}`);
  await day.ask('POST /contact-proposals/{id}/dismiss', [items[0].id]);
  const other = await day.ask('POST /prospects', [], { json: { address: 'https://second-paper.example/' } });
  await found(day, other.siteId);
  const more = await day.ask('GET /contact-proposals', [], {}, `?siteId=${String(other.siteId)}`);
  await day.ask('POST /contact-proposals/{id}/accept', [more.items[0].id], { json: { role: 'editor' } });
}

async function found(day: Day, siteId: string): Promise<void> {
  await day.ask('POST /sites/{id}/find-contacts', [siteId], { json: { services: ['hunter'] } });
  await day.settle();
}
