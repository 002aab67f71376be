import type { Day } from './day.js';

/** A day's work with prospects: their own fields, tags, checklist and locks, and what stands against them. */
export async function prospectCalls(day: Day): Promise<void> {
  const field = await day.ask('POST /custom-fields', [], {
    json: { recordKind: 'prospect', name: 'Tier', type: 'choice', choices: ['one', 'two'] },
  });
  const wish = { address: 'https://quiet-prospect.example/', tags: ['herons'], topics: ['water'] };
  const custom = { [field.fieldKey]: 'one' };
  const { id, siteId } = await day.ask('POST /prospects', [], { json: { ...wish, custom, notes: 'new' } });
  await day.ask('PUT /prospects/{id}/fit', [id], { json: { answers: { fits_niche: 'yes' } } });
  await day.ask('POST /prospects/{id}/lock', [id], { json: { days: 3 } });
  await touches(day, siteId);
  await against(day, siteId);
  await day.ask('GET /prospects', [], {}, '?show=ahrefs.domain_rating&sort=fit');
  await day.ask('GET /prospects', [], {}, `?custom.${String(field.fieldKey)}=one&limit=1`);
  for (const path of ['/counts', '/export']) await day.ask(`GET /prospects${path}`);
  await day.ask('GET /prospects/{id}', [id]);
  await day.ask('GET /prospects/by-site/{siteId}', [siteId]);
  const { revision } = await day.ask('POST /prospects/{id}/release', [id]);
  await day.ask('PATCH /prospects/{id}', [id], { json: { revision, country: 'NL' } });
  for (const act of ['archive', 'restore']) await day.ask(`POST /prospects/{id}/${act}`, [id]);
  const started = await day.ask('POST /prospects/bulk', [], {
    json: { action: 'tag', ids: [id], params: { names: ['otters'] } },
  });
  await day.settle();
  await day.ask('GET /jobs/{id}', [started.jobId]);
  await day.ask('POST /jobs/{id}/undo', [started.jobId]);
  await day.settle();
  await ownWords(day, id, field.id);
}

/** Tags and own fields. */
async function ownWords(day: Day, prospectId: string, fieldId: string): Promise<void> {
  await day.ask('GET /custom-values/{recordKind}/{recordId}', ['prospect', prospectId]);
  await day.ask('PUT /custom-values/{recordKind}/{recordId}', ['prospect', prospectId], {
    json: { values: {} },
  });
  await day.ask('PATCH /custom-fields/{id}', [fieldId], { json: { name: 'Level' } });
  await day.ask('GET /custom-fields');
  await day.ask('POST /custom-fields/{id}/archive', [fieldId]);
  const tag = await day.ask('POST /tags', [], { json: { kind: 'tag', name: 'storks' } });
  await day.ask('GET /tags');
  await day.ask('PATCH /tags/{id}', [tag.id], { json: { name: 'white storks' } });
  await day.ask('DELETE /tags/{id}', [tag.id]);
}

async function touches(day: Day, siteId: string): Promise<void> {
  const brand = (await day.ask('GET /clients')).items[0].brands[0];
  const touch = { kind: 'mail', result: 'answered', at: '2026-11-10T10:00:00Z', brandId: brand.id };
  await day.ask('POST /sites/{id}/touches', [siteId], { json: touch });
  const slip = await day.ask('POST /sites/{id}/touches', [siteId], { json: { kind: 'call', note: 'slip' } });
  await day.ask('GET /sites/{id}/touches', [siteId]);
  await day.ask('POST /touches/{id}/remove', [slip.id]);
}

/** What stands against approaching a site. */
async function against(day: Day, siteId: string): Promise<void> {
  const client = (await day.ask('GET /clients')).items[0].id;
  const addresses = ['quiet-prospect.example', 'not an address'];
  await day.ask('POST /clients/{id}/exclusions', [client], { json: { addresses, reason: 'competitor' } });
  const added = await day.ask('POST /suppressions', [], { json: { siteId, reason: 'asked' } });
  await day.ask('POST /suppressions', [], {
    json: { address: 'never@quiet-prospect.example', reason: 'complained', note: 'angry' },
  });
  await day.ask('GET /suppressions');
  await day.ask('GET /sites/{id}/conflict', [siteId], {}, `?clientId=${String(client)}`);
  await day.ask('POST /suppressions/{id}/lift', [added.id], { json: { reason: 'They wrote again.' } });
  const { items } = await day.ask('GET /clients/{id}/exclusions', [client]);
  await day.ask('DELETE /clients/{id}/exclusions/{exclusionId}', [client, items[0].id]);
}

/** Keeps a view of a list, changes it, throws it away. */
export async function viewCalls(day: Day): Promise<void> {
  const wish = { list: 'prospects', name: 'Fresh', query: '?sort=fit' };
  const { id } = await day.ask('POST /saved-views', [], { json: wish });
  await day.ask('PATCH /saved-views/{id}', [id], { json: { isShared: true } });
  await day.ask('GET /saved-views', [], {}, '?list=prospects');
  await day.ask('DELETE /saved-views/{id}', [id]);
}
