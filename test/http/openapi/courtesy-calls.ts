import type { Day } from './day.js';
import { form } from './form.js';

/** Keeps people from mail, by hand and by a list, and tells a person what is kept of them. */
export async function courtesyCalls(day: Day): Promise<void> {
  const list = 'address,reason\nnever@quiet-list.example,asked\nquiet-list.example,\nnonsense,\n';
  await day.ask('POST /suppressions/import', [], {
    raw: form({ provenance: 'The old tool', reason: 'imported' }, 'file', list),
  });
  await day.ask('GET /suppressions', [], {}, '?source=imported');
  const contact = (await day.ask('GET /contacts')).items[0].id;
  await day.ask('GET /contacts/{id}/data-export', [contact]);
  await day.ask('GET /contacts/{id}/data-counts', [contact]);
  await day.ask('GET /contacts/{id}/may-mail', [contact]);
}
