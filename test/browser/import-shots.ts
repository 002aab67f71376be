import { strToU8, zipSync } from 'fflate';
import type { APIRequestContext } from 'playwright-core';
import { ahrefsFile, textFile } from './import-files.js';
import type { Shot } from './shot.js';
import { ask, send } from './team.js';

interface Made {
  readonly id: string;
  readonly state: string;
}
type File = ReturnType<typeof textFile>;

const ENDS = ['done', 'undone', 'tried', 'failed'];

async function uploaded(as: APIRequestContext, file: File): Promise<Made> {
  const answer = await as.post('/api/v1/imports', { multipart: { file } });
  return (await answer.json()) as Made;
}

/** Asks for a dry run, a run or its undoing, and waits until the worker is through. */
async function worked(as: APIRequestContext, { id }: Made, act: 'try' | 'run' | 'undo'): Promise<void> {
  await send(as, `/imports/${id}/${act}`);
  for (;;) {
    const { state } = await ask<Made>(as, `/imports/${id}`);
    if (ENDS.includes(state)) return;
  }
}

function backlinks(home: string): File {
  return ahrefsFile('noordlicht-backlinks.csv', [
    { page: 'https://tuinblog.example/beste-panelen', to: `${home}gids` },
    { page: 'https://groenblog.example/overzicht', to: `${home}gids`, rating: '31.0' },
    { page: 'no page at all', to: home },
    { page: 'https://bouwforum.example/draad/12', to: 'noordlicht', anchor: 'kijk hier' },
    { page: `${home}nieuws`, to: home },
    { page: 'https://woonblog.example/lijst', to: home, anchor: 'Noordlicht' },
  ]);
}

const PEOPLE = textFile('redacties.csv', [
  ['Name', 'Email', 'Website', 'Last contacted', 'Remarks of Jan'],
  ['Sanne de Wit', 'sanne@tuinblog.example', 'tuinblog.example', '03/04/2026', 'answers on Mondays'],
  ['Joris Stil', 'joris@stil.example', 'stil.example', '05/06/2026', ''],
]);

const UNKNOWN = textFile(
  'lijst.csv',
  [
    ['Kolom A', 'Wie', 'Hoeveel'],
    ['tuinblog.example', 'Sanne', '12,5'],
    ['groenblog.example', 'Jan', '7,0'],
  ],
  ';',
);

function archive(home: string): File {
  const page = (text: string) => strToU8(text);
  const zip = zipSync({
    'Latest links.csv': page(`Linking page,Last crawled\nhttps://tuinblog.example/a,2026-11-01\n`),
    'Top linking sites.csv': page('Site,Linking pages,Target pages\ntuinblog.example,12,3\n'),
    'Internal links.csv': page(`Target page,Internal links\n${home},41\n`),
  });
  return { name: 'search-console.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) };
}

async function doubles(as: APIRequestContext): Promise<readonly string[]> {
  const person = { name: 'Pieter Smit', siteAddresses: ['bouwforum.example'], language: 'nl' };
  const first = await send<Made>(as, '/contacts', {
    ...person,
    position: 'editor',
    addresses: [{ address: 'pieter@bouwforum.example' }],
  });
  const second = await send<Made>(as, '/contacts', {
    ...person,
    name: 'pieter smit',
    position: 'moderator',
    addresses: [{ address: 'redactie@bouwforum.example' }],
  });
  return [first.id, second.id];
}

/** The pages of imports, one in each state, and of doubles. */
export async function importShots(as: APIRequestContext): Promise<readonly Shot[]> {
  const clients = await ask<{ items: { brands: { homeUrl: string }[] }[] }>(as, '/clients');
  const homeUrl = clients.items.flatMap(({ brands }) => brands)[0]?.homeUrl ?? '';
  const links = backlinks(homeUrl);
  const fresh = await uploaded(as, links);
  const people = await uploaded(as, PEOPLE);
  const unknown = await uploaded(as, UNKNOWN);
  const zip = await uploaded(as, archive(homeUrl));
  const tried = await uploaded(as, links);
  await worked(as, tried, 'try');
  const undone = await uploaded(as, links);
  await worked(as, undone, 'run');
  await worked(as, undone, 'undo');
  const done = await uploaded(as, links);
  await worked(as, done, 'run');
  const [keptId = '', otherId = ''] = await doubles(as);
  return [
    { name: 'imports', path: '/imports' },
    { name: 'import-new', path: '/imports/new' },
    { name: 'import-columns', path: `/imports/${fresh.id}` },
    { name: 'import-people', path: `/imports/${people.id}` },
    { name: 'import-unknown', path: `/imports/${unknown.id}` },
    { name: 'import-sheets', path: `/imports/${zip.id}` },
    { name: 'import-tried', path: `/imports/${tried.id}` },
    { name: 'import-done', path: `/imports/${done.id}` },
    { name: 'import-undone', path: `/imports/${undone.id}` },
    { name: 'doubles', path: '/doubles' },
    { name: 'doubles-none', path: '/doubles?kind=publisher' },
    {
      name: 'doubles-compare',
      path: `/doubles/compare?kind=contact&keptId=${keptId}&otherId=${otherId}`,
    },
  ];
}
