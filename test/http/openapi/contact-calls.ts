import type { Day } from './day.js';

/** A day's work with contacts: their addresses, their places, why they may be mailed, and their erasure. */
export async function contactCalls(day: Day): Promise<void> {
  const wish = {
    name: 'Ann Editor',
    position: 'Editor',
    addresses: [{ address: 'ann@quiet-paper.example', isMain: true }],
    siteAddresses: ['https://quiet-paper.example/'],
    ground: { ground: 'consent', evidenceText: 'by phone', evidenceOn: '2026-11-01' },
  };
  const { id } = await day.ask('POST /contacts', [], { json: wish });
  await day.ask('POST /contacts', [], {
    json: { name: 'Ann Editor', siteAddresses: wish.siteAddresses, language: 'nl' },
  });
  for (const path of ['', '/export']) await day.ask(`GET /contacts${path}`);
  await day.ask('GET /contacts', [], {}, '?limit=1&ground=missing&sort=name');
  await day.ask('PATCH /contacts/{id}', [id], { json: { revision: 1, timeZone: 'Europe/Amsterdam' } });
  await parts(day, id);
  for (const act of ['archive', 'restore']) await day.ask(`POST /contacts/{id}/${act}`, [id]);
  await day.ask('POST /contacts/{id}/objected', [id], { json: { note: 'said so' } });
  await day.ask('GET /contacts/{id}', [id]);
  await day.ask('POST /contacts/check-addresses', [], { json: { ids: [id] } });
  await day.settle();
  await day.ask('POST /contacts/{id}/erase', [id]);
}

async function parts(day: Day, id: string): Promise<void> {
  const second = { address: 'a.editor@quiet-paper.example' };
  const { addresses } = await day.ask('POST /contacts/{id}/addresses', [id], { json: second });
  const added = addresses.find(({ isMain }: { isMain: boolean }) => !isMain).id;
  await day.ask('POST /contact-addresses/{id}/check', [added]);
  await day.ask('PATCH /contact-addresses/{id}', [added], { json: { isMain: true, status: 'valid' } });
  await day.ask('DELETE /contact-addresses/{id}', [added]);
  const place = { siteAddress: 'https://quiet-second.example/', role: 'writer' };
  const { places } = await day.ask('POST /contacts/{id}/places', [id], { json: place });
  await day.ask('POST /contact-places/{id}/end', [places[0].id]);
  const ground = { ground: 'published_for_purpose', evidenceUrl: 'https://quiet-paper.example/write' };
  const { grounds } = await day.ask('POST /contacts/{id}/grounds', [id], { json: ground });
  await day.ask('POST /contact-grounds/{id}/withdraw', [grounds[0].id]);
}
