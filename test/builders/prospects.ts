import { ProspectIntake } from '../../src/modules/prospects/prospect-intake.service.js';
import { SitesService } from '../../src/modules/sites/sites.service.js';
import { Database } from '../../src/platform/database/database.js';
import { bodyOf } from '../http/answers.js';
import type { TestApp } from '../http/app.js';
import type { Answer } from '../http/browser.js';
import { invite, type Person, setUp } from '../http/people.js';
import { made } from './agency.js';

let sites = 0;

/** Adds a prospect on a site of its own; answers its detail. */
export function aProspect(person: Person, wish: object = {}): Promise<Answer['body']> {
  sites += 1;
  return bodyOf(person.browser.post('/prospects', { address: `site${sites}.example`, ...wish }), 201);
}

/** The faults a refusal names, as "field code". */
export function faultsOf(answer: Answer): string[] {
  const faults: readonly { field: string; code: string }[] = answer.body.errors ?? [];
  return faults.map(({ field, code }) => `${field} ${code}`);
}

export const STATUSES = ['new', 'researching', 'qualified', 'paused', 'unfit'] as const;

/** Enough that a page, a search's few finds and a chunk of a job each end in the middle. */
export const COUNT = 520;

/** Sets up a workspace of two with own fields and so many prospects, whose every fact follows from their number. */
export async function aProspectList(app: TestApp): Promise<{ owner: Person; member: Person }> {
  const owner = await setUp(app);
  const member = await invite(app, owner, { role: 'member' });
  const fields = [
    { recordKind: 'prospect', name: 'Budget', type: 'number' },
    { recordKind: 'prospect', name: 'Tier', type: 'text' },
  ];
  for (const field of fields) made(await owner.browser.post('/custom-fields', field));
  const names = Array.from({ length: COUNT }, (_, no) => `s${String(no).padStart(3, '0')}.example`);
  await app.get(Database).inWorkspace({ workspaceId: owner.workspaceId }, async () => {
    const sites = await app.get(SitesService).forAddresses(names);
    const facts = names.map((siteKey, no) => ({
      siteId: sites.get(siteKey) ?? '',
      siteKey,
      status: STATUSES[no % 5] ?? 'new',
      ownerMemberId: [null, owner.memberId, member.memberId][no % 3] ?? null,
      language: no % 2 === 0 ? 'nl' : 'en',
      notes: no % 4 === 0 ? 'Writes about gardening' : '',
      tags: [`mod ${no % 7}`, ...(no % 2 === 0 ? ['even'] : [])],
      custom: {
        ...(no % 3 === 0 && { budget: (no * 37) % 100 }),
        ...(no % 5 === 0 && { tier: `t${no % 4}` }),
      },
    }));
    await app.get(ProspectIntake).bring(facts, { importId: null }, 'fill');
  });
  await app.database.asOwner(`
    update prospects set fit_yes = substring(site_key, 2, 3)::int % 6, created_at = created_at + substring(site_key, 2, 3)::int * interval '1 second',
      last_touch_at = case when substring(site_key, 2, 3)::int % 3 > 0 then created_at - (substring(site_key, 2, 3)::int * 7 % 90) * interval '1 day' end`);
  await app.database.asOwner(`
    insert into site_latest_metrics (workspace_id, site_id, source, metric, measured_on, value)
    select workspace_id, site_id, 'ahrefs', 'domain_rating', '2026-11-01', substring(site_key, 2, 3)::int * 7 % 50
    from prospects where substring(site_key, 2, 3)::int % 4 > 0`);
  return { owner, member };
}
