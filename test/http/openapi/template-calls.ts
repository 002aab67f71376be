import type { Day } from './day.js';

const WORDS = {
  subjects: ['A question about {{page.title}}'],
  body: 'Hi {{default contact.firstName "there"}},\n\n{{page.observation}}\n\n{{sender.name}}, {{sender.company}}\n{{optOut.line}}\n',
};
const SUBJECT = { kind: 'guest_blogging', purpose: 'first', locale: 'en' };

/** A day's work with templates, their versions and snippets. */
export async function templateCalls(day: Day): Promise<void> {
  const snippet = await day.ask('POST /snippets', [], {
    json: { key: 'regards', locale: 'en', body: 'Kind regards' },
  });
  await day.ask('PATCH /snippets/{id}', [snippet.id], { json: { revision: 1, body: 'Best wishes' } });
  for (const act of ['archive', 'restore']) await day.ask(`POST /snippets/{id}/${act}`, [snippet.id]);
  await day.ask('GET /snippets');
  await day.ask('POST /templates/lint', [], { json: { ...SUBJECT, ...WORDS, body: '{{#each x}}' } });
  const made = await day.ask('POST /templates', [], {
    json: { name: 'A day of calls', ...SUBJECT, ...WORDS },
  });
  await day.ask('POST /templates', [], {
    json: { starter: 'guest_blogging/first.en', name: 'From a starter' },
  });
  await day.ask('PATCH /templates/{id}', [made.id], { json: { revision: 1, name: 'A day of more calls' } });
  await day.ask('POST /templates/{id}/versions', [made.id], {
    json: { revision: 2, ...WORDS, note: 'again' },
  });
  const versions = await day.ask('GET /templates/{id}/versions', [made.id]);
  await day.ask('POST /templates/{id}/versions/{versionId}/restore', [made.id, versions.items[1].id]);
  for (const act of ['archive', 'restore']) await day.ask(`POST /templates/{id}/${act}`, [made.id]);
  for (const path of ['', `/${made.id}`])
    await day.ask(`GET /templates${path === '' ? '' : '/{id}'}`, path === '' ? [] : [made.id]);
  await day.ask('GET /template-starters', [], {}, '?kind=guest_blogging&locale=en');
  await day.ask('GET /template-variables', [], {}, '?kind=guest_blogging');
  const { items } = await day.ask('GET /pitches', [], {}, '?limit=1');
  await day.ask('POST /pitches/{id}/mail-preview', [items[0].id], { json: { templateId: made.id } });
}
