import type { APIRequestContext } from 'playwright-core';
import type { Shot } from './shot.js';
import { ask, send } from './team.js';

interface Made {
  readonly id: string;
}

/** A publisher with a history: a site that is still theirs, conditions that were replaced, people. */
async function aPublisher(as: APIRequestContext): Promise<string> {
  const { id } = await send<Made>(as, '/publishers', {
    name: 'Groene Media',
    kind: 'media_group',
    country: 'NL',
    homeUrl: 'https://groenemedia.example/',
    siteAddresses: ['tuinblog.example', 'duurzaamwonen.example'],
  });
  const asked = {
    type: 'guest_post',
    currency: 'EUR',
    relPolicy: 'sponsored',
    wordsFrom: 600,
    wordsTo: 1200,
  };
  await send(as, `/publishers/${id}/conditions`, { ...asked, priceMinor: 15_000, askedOn: '2026-03-02' });
  await send(as, `/publishers/${id}/conditions`, {
    ...asked,
    priceMinor: 17_550,
    turnaroundDays: 14,
    refusedTopics: ['casino', 'crypto'],
    askedOn: '2026-11-03',
  });
  await send(as, '/notes', { subjectKind: 'publisher', subjectId: id, body: 'They answer on Mondays.' });
  return id;
}

/** Somebody who may be mailed, and why. */
async function aContact(as: APIRequestContext, publisherId: string): Promise<string> {
  const { id } = await send<Made>(as, '/contacts', {
    name: 'Sanne de Wit',
    position: 'editor',
    addresses: [{ address: 'sanne@tuinblog.example' }, { address: 'redactie@tuinblog.example' }],
    siteAddresses: ['https://tuinblog.example/'],
    publisherId,
    language: 'nl',
    country: 'NL',
    formOfAddress: 'informal',
    timeZone: 'Europe/Amsterdam',
    ground: {
      ground: 'published_for_purpose',
      evidenceUrl: 'https://tuinblog.example/schrijf-voor-ons',
      evidenceOn: '2026-11-03',
      evidenceText: 'Stuur je voorstel voor een gastartikel naar sanne@tuinblog.example',
    },
  });
  await send(as, '/contacts', {
    name: 'Joris Stil',
    addresses: [{ address: 'joris@stil.example' }],
    country: 'NL',
  });
  return id;
}

/** A brand and a site that link to each other, with why. */
async function aRelationship(as: APIRequestContext, brand: { id: string; homeUrl: string }): Promise<string> {
  const { id } = await send<Made>(as, '/relationships', {
    brandId: brand.id,
    siteAddress: 'tuinblog.example',
  });
  const link = (wish: object) => send(as, `/relationships/${id}/links`, wish);
  await link({
    direction: 'to_us',
    sourceUrl: 'https://tuinblog.example/beste-zonnepanelen-2026',
    targetUrl: `${brand.homeUrl}gids/zonnepanelen`,
    anchor: 'gids van Noordlicht',
    firstSeenOn: '2026-05-03',
  });
  await link({
    direction: 'to_us',
    sourceUrl: 'https://tuinblog.example/gereedschap',
    targetUrl: `${brand.homeUrl}rekenhulp`,
    anchor: 'rekenhulp',
    firstSeenOn: '2026-03-11',
  });
  await link({
    direction: 'to_them',
    sourceUrl: `${brand.homeUrl}blog/tuin-op-zon`,
    targetUrl: 'https://tuinblog.example/zonnige-tuin',
    anchor: 'hun tuinplanner',
    firstSeenOn: '2025-06-20',
  });
  await as.put(`/api/v1/relationships/${id}/litmus`, {
    data: { wouldLinkAnyway: true, readersGain: true, note: '' },
  });
  const { revision } = await ask<{ revision: number }>(as, `/relationships/${id}`);
  await as.patch(`/api/v1/relationships/${id}`, {
    data: {
      revision,
      stage: 'partner',
      reason: 'tool_and_tutorial',
      reasonNote: 'their readers use our calculator',
    },
  });
  await send(as, '/notes', { subjectKind: 'relationship', subjectId: id, body: 'Sanne wants a new theme.' });
  return id;
}

/** The pages of publishers, contacts and relationships, with records to show. */
export async function recordShots(as: APIRequestContext): Promise<readonly Shot[]> {
  const clients = await ask<{ items: { brands: { id: string; homeUrl: string }[] }[] }>(as, '/clients');
  const brand = clients.items.flatMap(({ brands }) => brands)[0];
  if (!brand) throw new Error('The demo has no brand.');
  const publisherId = await aPublisher(as);
  const contactId = await aContact(as, publisherId);
  const relationshipId = await aRelationship(as, brand);
  return [
    { name: 'publishers', path: '/publishers' },
    { name: 'publisher-add', path: '/publishers?add=true' },
    { name: 'publisher', path: `/publishers/${publisherId}` },
    { name: 'contacts', path: '/contacts' },
    { name: 'contact-add', path: '/contacts?add=true' },
    { name: 'contact', path: `/contacts/${contactId}` },
    { name: 'proposals', path: '/contacts/proposals' },
    { name: 'relationships', path: '/relationships' },
    { name: 'relationships-none', path: '/relationships?q=nothing-is-called-so' },
    { name: 'relationship', path: `/relationships/${relationshipId}` },
    { name: 'own-site', path: `/brands/${brand.id}/own-site` },
    { name: 'services', path: '/settings/services' },
  ];
}
