import { workbook } from '../../tables/zip-builder.js';
import type { Day } from './day.js';
import { form } from './form.js';

const PLACEMENTS =
  'source_url,target_url\nhttps://quiet.example/5,https://new.example/\nnothing,https://new.example/\n';
const PEOPLE =
  'Email,Name,Domain\ncarla@quiet.example,Carla Smit,quiet.example\nnot an address,X,quiet.example\n';
const PRICED = 'Source page,Target page,Price\nhttps://quiet.example/6,https://new.example/,€ 90\n';
const LINKS = 'Source,Target,Anchor\nhttps://quiet.example/7,https://new.example/,a guide\n';

/** A day's work with files: of placements, people and links; tried, brought in, taken back. */
export async function importCalls(day: Day): Promise<void> {
  await day.ask('GET /import-formats');
  const defaults = { type: 'guest_post', compensation: 'none' };
  const brandId = (await day.ask('GET /clients')).items[0].brands[0].id;
  const options = { defaults, brandId };
  const first = await imported(day, PLACEMENTS, {
    content: 'placements',
    mapping: { source_url: 0, target_url: 1 },
    options,
  });
  await day.ask('GET /imports/{id}/errors.csv', [first]);
  await imported(day, PRICED, {
    content: 'placements',
    mapping: { source_url: 0, target_url: 1, price: 2 },
    options: { ...options, alsoConditions: true },
  });
  await imported(day, PEOPLE, {
    content: 'contacts',
    mapping: { email: 0, contact_name: 1, site: 2 },
    options: { defaults, alsoProspects: true, tags: ['fair'] },
    ground: 'other',
    groundNote: 'met at a fair',
  });
  await imported(day, LINKS, {
    content: 'links_to_us',
    mapping: { source_url: 0, target_url: 1, anchor: 2 },
    options: { ...options, isComplete: true, observedOn: '2026-11-01' },
  });
  await sheets(day);
  await day.ask('GET /imports');
}

/** Brings a file in and takes it back, looking at every step. */
async function imported(day: Day, text: string, plan: object): Promise<string> {
  const { id } = await day.ask('POST /imports', [], { raw: form({}, 'file', text) });
  await day.ask('PUT /imports/{id}/mapping', [id], { json: plan });
  for (const act of ['try', 'run', 'undo']) {
    await day.ask(`POST /imports/{id}/${act}`, [id]);
    await day.settle();
    await day.ask('GET /imports/{id}/rows', [id]);
    await day.ask('GET /imports/{id}', [id]);
  }
  return id;
}

/** A workbook with two sheets, of which the second is chosen. */
async function sheets(day: Day): Promise<void> {
  const row = (no: number, ...cells: string[]) =>
    `<row r="${no}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
  const rows = row(1, 'source_url', 'target_url') + row(2, 'https://quiet.example/8', 'https://new.example/');
  const file = new Uint8Array(workbook({ One: rows, Two: rows }));
  const { id } = await day.ask('POST /imports', [], { raw: form({}, 'file', file, 'book.xlsx') });
  await day.ask('PUT /imports/{id}/sheet', [id], { json: { name: 'Two' } });
}
