import type { APIRequestContext } from 'playwright-core';
import { addBrand, send } from './team.js';

/** Where somebody is pitched, each a site of its own. */
export const SITES = Array.from({ length: 20 }, (_, no) => `kiln${String(no + 1).padStart(2, '0')}.example`);

/** Twenty sites with somebody at each, pitched in one campaign. */
export async function pitchesOf(as: APIRequestContext): Promise<string[]> {
  const { brandId } = await addBrand(as, 'Noordlicht Energie', 'Noordlicht', 'https://noordlicht.example/');
  const wish = { brandId, kind: 'guest_blogging', name: 'Autumn posts', firstMailsPerWeek: 100 };
  const { id: campaignId } = await send<{ id: string }>(as, '/campaigns', wish);
  const ids: string[] = [];
  for (const site of SITES) {
    const person = {
      name: 'Ann Potter',
      siteAddresses: [site],
      addresses: [{ address: `ann.potter@${site}` }],
    };
    const contact = await send<{ id: string; revision: number }>(as, '/contacts', person);
    const known = { revision: contact.revision, timeZone: 'Europe/Amsterdam', country: 'GB' };
    await as.patch(`/api/v1/contacts/${contact.id}`, { data: known });
    const pitch = { siteAddress: site, contactIds: [contact.id] };
    ids.push((await send<{ id: string }>(as, `/campaigns/${campaignId}/pitches`, pitch)).id);
  }
  return ids;
}

/** A sequence of a mail and a follow-up that any of the pitches fills. */
export async function aSequence(as: APIRequestContext): Promise<string> {
  const steps = [];
  for (const [purpose, waitWorkingDays] of [
    ['first', 0],
    ['follow_up_1', 4],
  ] as const) {
    const body = 'Hello,\n\nThis is about {{site.name}}.\n\n{{sender.name}}';
    const wish = { name: `Mail ${purpose}`, purpose, locale: 'en', subjects: ['Herons in town'], body };
    const { id: templateId } = await send<{ id: string }>(as, '/templates', wish);
    steps.push({ kind: 'mail', waitWorkingDays, templateId });
  }
  return (await send<{ id: string }>(as, '/sequences', { name: 'Two mails', steps })).id;
}
