import type { Browser } from '../browser.js';
import type { Day } from './day.js';
import { form, PIXEL } from './form.js';

/** Calls an operation as somebody else than the owner, or as nobody. */
export type AskAs = (browser: Browser, ...asked: Parameters<Day['ask']>) => ReturnType<Day['ask']>;

/** Who of a client is let in, and somebody who is not signed in. */
export interface Portal {
  readonly askAs: AskAs;
  readonly invited: (clientId: string) => Promise<Browser>;
  readonly nobody: Browser;
}

/** A day's work with a client: asked, answered, reported, shared. */
export async function portalCalls(day: Day, portal: Portal): Promise<void> {
  const client = await day.ask('POST /clients', [], { json: { name: 'Client who decides', locale: 'nl' } });
  const logo = () => ({ raw: form({}, 'logo', PIXEL, 'logo.png') });
  await day.ask('PUT /clients/{id}/logo', [client.id], logo());
  await day.ask('GET /clients/{id}/logo', [client.id]);
  await day.ask('DELETE /clients/{id}/logo', [client.id]);
  await day.ask('PUT /clients/{id}/logo', [client.id], logo());
  const brand = await day.ask('POST /clients/{id}/brands', [client.id], {
    json: { name: 'Brand', homeUrl: 'https://decides.example/' },
  });
  await day.ask('POST /placements', [], {
    json: {
      ...{
        brandId: brand.id,
        sourceUrl: 'https://reported.example/a',
        targetUrl: 'https://decides.example/',
      },
      type: 'guest_post',
    },
  });
  const browser = await portal.invited(client.id);
  await approvals(day, portal, { browser, brandId: brand.id });
  await reports(day, portal, { browser, clientId: client.id });
}

async function approvals(
  day: Day,
  { askAs }: Portal,
  { browser, brandId }: { browser: Browser; brandId: string },
): Promise<void> {
  const wish = { brandId, kind: 'guest_blogging', name: 'Decided' };
  const campaign = await day.ask('POST /campaigns', [], { json: wish });
  const ids: string[] = [];
  for (const no of [1, 2, 3]) {
    const json = { siteAddress: `decided${no}.example`, fields: { topic: 'Herons', draft: 'Herons wait.' } };
    const pitch = await day.ask('POST /campaigns/{id}/pitches', [campaign.id], { json });
    const file = form({ field: 'draftFiles' }, 'file', PIXEL, 'draft.png');
    await day.ask('POST /pitches/{id}/files', [pitch.id], { raw: file });
    const asked = await day.ask('POST /approvals', [], {
      json: { pitchIds: [pitch.id], subject: 'draft', dueOn: '2026-12-01', note: 'Please look.' },
    });
    ids.push(asked.items[0].id);
  }
  const [one = '', two = '', three = ''] = ids;
  await day.ask('GET /approvals', [], {}, '?state=asked&limit=1');
  await day.ask('POST /approvals/{id}/comments', [one], { json: { body: 'A word.' } });
  await day.ask('POST /approvals/{id}/withdraw', [three]);
  const { content } = await day.ask('GET /approvals/{id}', [one]);
  const sha256 = content.files[0].sha256;
  await day.ask('GET /approvals/{id}/files/{sha256}', [one, sha256]);
  await askAs(browser, 'GET /client/approvals', [], {}, '?limit=1');
  await askAs(browser, 'GET /client/approvals/{id}', [one]);
  await askAs(browser, 'GET /client/approvals/{id}/files/{sha256}', [one, sha256]);
  await askAs(browser, 'POST /client/approvals/{id}/comment', [one], { json: { body: 'Why?' } });
  await askAs(browser, 'POST /client/approvals/{id}/accept', [one]);
  await askAs(browser, 'POST /client/approvals/{id}/refuse', [two], { json: { reason: 'Off topic.' } });
  await askAs(browser, 'GET /client/approvals', [], {}, '?show=decided');
}

async function reports(
  day: Day,
  { askAs, nobody }: Portal,
  { browser, clientId }: { browser: Browser; clientId: string },
): Promise<void> {
  const month = '2026-11';
  const dropped = await day.ask('POST /reports', [], { json: { clientId, month } });
  await day.ask('DELETE /reports/{id}', [dropped.id]);
  const { id } = await day.ask('POST /reports', [], { json: { clientId, month, locale: 'en' } });
  const { revision } = await day.ask('PATCH /reports/{id}', [id], {
    json: { revision: 1, comment: 'Well.' },
  });
  await day.ask('POST /reports/{id}/refresh-checks', [id]);
  await day.settle();
  await day.ask('POST /reports/{id}/send', [id], { json: { revision } });
  await day.ask('GET /reports/{id}', [id]);
  await day.ask('GET /reports', [], {}, '?limit=1');
  await day.ask('GET /reports/{id}/file.xlsx', [id]);
  await day.ask('GET /reports/{id}/logo', [id]);
  const link = await day.ask('POST /reports/{id}/links', [id], { json: { days: 7 } });
  const token = String(link.url).split('/').at(-1) ?? '';
  for (const path of ['', '/file.xlsx', '/logo'])
    await askAs(nobody, `GET /shared-reports/{token}${path}`, [token]);
  await day.ask('GET /reports/{id}/links', [id]);
  await day.ask('DELETE /reports/{id}/links/{linkId}', [id, link.id]);
  await askAs(browser, 'GET /client/overview');
  await askAs(browser, 'GET /client/placements', [], {}, '?show=awaited');
  await askAs(browser, 'GET /client/clients/{id}/logo', [clientId]);
  await askAs(browser, 'GET /client/reports');
  for (const path of ['', '/file.xlsx', '/logo'])
    await askAs(browser, `GET /client/reports/{id}${path}`, [id]);
}
