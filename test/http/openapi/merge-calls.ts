import type { Day } from './day.js';

/** A day's work with doubles: two that are two, two that are one, and a sub-site put back into its site. */
export async function mergeCalls(day: Day): Promise<void> {
  const add = async (address: string): Promise<string> => {
    const json = { name: 'Mila Brandt', addresses: [{ address }], siteAddresses: ['quiet-garden.example'] };
    return (await day.ask('POST /contacts', [], { json })).id;
  };
  const [keptId, otherId] = [await add('mila@quiet-garden.example'), await add('m@quiet-garden.example')];
  const third = await add('third@quiet-garden.example');
  const kind = 'contact';
  await day.ask('GET /doubles', [], {}, `?kind=${kind}`);
  await day.ask('POST /doubles/dismiss', [], { json: { kind, firstId: keptId, secondId: third } });
  await day.ask('GET /merges/preview', [], {}, `?kind=${kind}&keptId=${keptId}&otherId=${otherId}`);
  const merge = await day.ask('POST /merges', [], {
    json: { kind, keptId, otherId, choices: { notes: 'both' } },
  });
  await day.ask('GET /merges');
  await day.ask('POST /merges/{id}/undo', [merge.id]);
  const sub = { address: 'garden.quiet-garden.example', kind: 'sub_domain' };
  const site = await day.ask('POST /sites', [], { json: sub });
  await day.ask('POST /sites/{id}/rejoin', [site.id]);
}
