import type { APIRequestContext } from 'playwright-core';
import type { LocalAnswer, LoggedRequest } from '../builders/local-server.js';
import { addBrand, send } from './team.js';

/** What a search of the web finds: page, title and snippet. */
const FOUND: readonly (readonly [url: string, title: string, description: string])[] = [
  [
    'https://www.tuinblog.example/schrijf-voor-ons',
    'Schrijf voor ons &amp; word gastblogger',
    'Heb jij een goed verhaal over <strong>zonnepanelen</strong> op het dak? Stuur ons je voorstel voor een gastblog.',
  ],
  [
    'https://duurzaamwonen.example/gastbloggen',
    'Gastbloggen op Duurzaam Wonen',
    'Wij zoeken schrijvers over warmtepompen, isolatie en <strong>zonnepanelen</strong>.',
  ],
  ['https://www.tuinblog.example/over-ons', 'Over Tuinblog', 'Wie we zijn en voor wie we schrijven.'],
  [
    'https://energienieuws.example/redactie/gastartikel',
    'Een gastartikel aanbieden',
    'De redactie leest elk voorstel; betaalde plaatsingen krijgen een label.',
  ],
  ['https://noordlicht.example/blog', 'Blog van Noordlicht', 'Alles over stroom van je eigen dak.'],
  ['https://stroomrivaal.example/', 'Stroomrivaal', 'De goedkoopste zonnepanelen van het land.'],
  ['https://stil.example/contact', 'Contact', 'Mail ons niet voor gastblogs.'],
  ['https://zonnewijzer.example/bronnen', 'Handige links over zonnestroom', 'Een lijst met bronnen.'],
];

const MORE: typeof FOUND = [
  ['https://dakpraat.example/links', 'Links', 'Sites die we graag lezen.'],
  ['https://zonnewijzer.example/over', 'Over Zonnewijzer', 'Wie er achter de lijst zit.'],
];

/** Answers as the licensed search service does, over two pages; words without any result answer none. */
export function searchService({ path }: LoggedRequest): LocalAnswer {
  const asked = new URL(path, 'http://search.test').searchParams;
  const words = asked.get('q') ?? '';
  if (words.includes('verkeerde sleutel')) return { status: 401, type: 'application/json', body: '{}' };
  const isFirst = (asked.get('offset') ?? '0') === '0';
  const found = words.includes('niets') ? [] : isFirst ? FOUND : MORE;
  const results = found.map(([url, title, description]) => ({ url, title, description }));
  return {
    type: 'application/json',
    headers: { 'x-ratelimit-limit': '1, 15000', 'x-ratelimit-remaining': '1, 14200' },
    body: JSON.stringify({
      type: 'search',
      query: { original: words, more_results_available: isFirst && found.length > 0 },
      web: { results },
    }),
  };
}

/** What the team knows before it searches: a client with a brand, a prospect a colleague wrote to, a rival, somebody to leave alone. */
export async function knowSome(as: APIRequestContext): Promise<{ clientId: string }> {
  const place = ['Noordlicht Energie', 'Noordlicht', 'https://noordlicht.example/'] as const;
  const { clientId, brandId } = await addBrand(as, ...place);
  const wish = { address: 'energienieuws.example', status: 'researching' };
  const { siteId } = await send<{ siteId: string }>(as, '/prospects', wish);
  const touch = { kind: 'mail', result: 'declined', brandId, at: '2026-11-12T09:00:00Z' };
  await send(as, `/sites/${siteId}/touches`, touch);
  const rival = { siteAddress: 'stroomrivaal.example', reason: 'competitor' };
  await send(as, `/clients/${clientId}/exclusions`, rival);
  await send(as, '/suppressions', { siteAddress: 'stil.example', reason: 'asked' });
  await send(as, '/relationships', { brandId, siteAddress: 'zonnewijzer.example' });
  const placement = {
    brandId,
    sourceUrl: 'https://duurzaamwonen.example/panelen',
    targetUrl: 'https://noordlicht.example/',
    type: 'guest_post',
  };
  await send(as, '/placements', placement);
  return { clientId };
}
