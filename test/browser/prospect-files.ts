import { type ProspectFacts, ProspectIntake } from '../../src/modules/prospects/prospect-intake.service.js';
import { SitesService } from '../../src/modules/sites/sites.service.js';
import { Database } from '../../src/platform/database/database.js';
import type { TestApp } from '../http/app.js';

type Said = Omit<ProspectFacts, 'siteId' | 'siteKey'>;

/** Brings prospects in at once, the way an import does: by site, with what is said of each. */
export async function bringProspects(
  app: TestApp,
  workspaceId: string,
  said: ReadonlyMap<string, Said>,
): Promise<void> {
  await app.get(Database).inWorkspace({ workspaceId }, async () => {
    const sites = await app.get(SitesService).forAddresses([...said.keys()]);
    const facts = [...said].map(([site, facts]) => ({
      ...facts,
      siteId: sites.get(site) ?? '',
      siteKey: site,
    }));
    await app.get(ProspectIntake).bring(facts, { importId: null }, 'fill');
  });
}
