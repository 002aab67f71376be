import { SitesService } from '../../src/modules/sites/sites.service.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/database/id.js';
import type { TestApp } from '../http/app.js';
import { invite, type Person } from '../http/people.js';
import { aBrand, aTeam } from './agency.js';
import { aCampaign } from './campaigns.js';

/** Enough that pages, columns and chunks of a job each end in the middle. */
export const PITCHES = 240;

/** The stages the pitches of a list stand in, by turns. */
export const STOOD = ['found', 'qualified', 'pitched', 'topic_agreed'] as const;

/** What a list is made in. */
export interface ListGround {
  readonly owner: Person;
  readonly member: Person;
  readonly clientId: string;
  readonly brandId: string;
  readonly campaignId: string;
}

/** A campaign full of pitches. */
export interface PitchList extends ListGround {
  /** A member limited to another client. */
  readonly guest: Person;
}

/** Sets up a workspace with a campaign of so many pitches. */
export async function aPitchList(app: TestApp): Promise<PitchList> {
  const { owner, member, brand } = await aTeam(app, 'shoes');
  const other = await aBrand(owner, 'lamps');
  const guest = await invite(app, owner, { role: 'member', clientIds: [other.clientId] });
  const campaignId = String((await aCampaign(owner, brand.brandId)).id);
  const ground = { owner, member, ...brand, campaignId };
  await fillPitches(app, ground);
  return { ...ground, guest };
}

/** Fills a campaign with pitches whose every fact follows from their number: `p007.example` is the seventh. */
export async function fillPitches(app: TestApp, ground: ListGround): Promise<void> {
  const { owner, member, clientId, brandId, campaignId } = ground;
  const numbers = Array.from({ length: PITCHES }, (_, no) => no);
  const names = numbers.map((no) => `p${String(no).padStart(3, '0')}.example`);
  const sites = await app
    .get(Database)
    .inWorkspace({ workspaceId: owner.workspaceId }, () => app.get(SitesService).forAddresses(names));
  await app.database.asOwner(
    `insert into pitches (workspace_id, id, client_id, brand_id, campaign_id, kind, site_id, stage, stage_position, stage_since, status, outcome,
       loss_reason, closed_at, assignee_member_id, next_step, next_step_on, fields, search_text, created_at, updated_at)
     select $1, w.id, $2, $3, $4, 'guest_blogging', w.site, ($5::text[])[1 + w.no % 4], w.no % 4, now.at - w.no * interval '1 hour' - interval '1 minute',
       case when w.no % 12 = 0 then 'closed' when w.no % 4 = 2 then 'waiting_them' else 'waiting_us' end,
       case when w.no % 24 = 0 then 'lost' when w.no % 12 = 0 then 'won' end, case when w.no % 24 = 0 then 'no_reply' end,
       case when w.no % 12 = 0 then now.at end, ($6::uuid[])[1 + w.no % 3],
       case when w.no % 5 = 0 then 'Ring them' else '' end, case when w.no % 5 < 2 then '2026-11-15'::date + w.no % 10 end,
       case when w.no % 20 = 1 then '{"dueOn": "2026-11-26"}' else '{}' end::jsonb, w.name, now.at + w.no * interval '1 second', now.at
     from unnest($7::uuid[], $8::uuid[], $9::text[], $10::int[]) as w (id, site, name, no), (select '2026-11-20T08:00:00Z'::timestamptz as at) now`,
    [
      owner.workspaceId,
      clientId,
      brandId,
      campaignId,
      STOOD,
      [null, owner.memberId, member.memberId],
      numbers.map(() => newId()).sort(),
      names.map((name) => sites.get(name)),
      names,
      numbers,
    ],
  );
}
