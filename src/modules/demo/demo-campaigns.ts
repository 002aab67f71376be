import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Principal } from '../../platform/http/principal.js';
import { CampaignsService } from '../campaigns/campaigns.service.js';
import { PitchChanges } from '../campaigns/pitch-changes.service.js';
import { PitchesService } from '../campaigns/pitches.service.js';
import { DEMO_CAMPAIGNS, type DemoCampaign, type DemoPitch } from './campaign-stories.js';
import type { DemoPast } from './demo-history.js';
import { DemoOwner } from './demo-owner.js';
import { hostOf } from './people.js';

const DAY = 86_400_000;

/** A day of the demo's past. */
type Then = (daysAgo: number) => Date;

/** The demo's campaigns, with pitches at every stage. */
@Injectable()
export class DemoCampaigns {
  constructor(
    private readonly database: Database,
    private readonly owner: DemoOwner,
    private readonly campaigns: CampaignsService,
    private readonly pitches: PitchesService,
    private readonly changes: PitchChanges,
    private readonly clock: Clock,
  ) {}

  /** Writes them down in the open transaction, each act on its day. */
  async write(past: DemoPast): Promise<void> {
    const { now, brandIds } = past;
    const who = await this.owner.principal(past);
    const then: Then = (daysAgo) => new Date(now.getTime() - daysAgo * DAY);
    for (const story of DEMO_CAMPAIGNS) {
      const id = await this.clock.replay(then(64), () =>
        this.campaign(who, story, brandIds.get(story.brand) ?? ''),
      );
      for (const pitch of story.pitches) await this.pitch(who, id, pitch, then);
    }
  }

  private async campaign(who: Principal, story: DemoCampaign, brandId: string): Promise<string> {
    const { name, kind, status, agreedPerMonth = null, budgetMinor } = story;
    const budget = budgetMinor === undefined ? null : { minor: budgetMinor, currency: 'EUR' };
    const wish = { brandId, name, kind, status, agreedPerMonth, budget, ownerMemberId: who.memberId };
    const { id } = await this.campaigns.create(who, { ...wish, memberIds: [who.memberId] });
    return id;
  }

  private async pitch(who: Principal, campaignId: string, story: DemoPitch, then: Then): Promise<void> {
    const { site, label, fields = {}, moves = [], daysAgo } = story;
    const place = site === undefined ? {} : { siteAddress: hostOf(site) };
    const wish = { ...place, ...(label === undefined ? {} : { label }), fields };
    const made = await this.clock.replay(then(daysAgo), () => this.changes.add(who, campaignId, wish));
    let { revision } = made;
    for (const [to, days] of moves)
      ({ revision } = await this.clock.replay(then(days), () =>
        this.changes.move(who, made.id, { to, revision }),
      ));
    await this.end(who, made.id, story, then);
  }

  private async end(who: Principal, id: string, story: DemoPitch, then: Then): Promise<void> {
    const { page, lost, pausedFor } = story;
    if (lost !== undefined)
      await this.clock.replay(then(7), () => this.changes.lose(who, id, { reason: lost[0], note: lost[1] }));
    if (pausedFor !== undefined)
      await this.changes.pause(who, id, then(-pausedFor).toISOString().slice(0, 10));
    const placementId = page === undefined ? null : await this.placementOn(page);
    if (placementId !== null)
      await this.clock.replay(then(5), () => this.pitches.adopt(id, placementId, who));
  }

  private async placementOn(page: string): Promise<string | null> {
    const [site = '', ...path] = page.split('/');
    const url = `http://${hostOf(site)}/${path.join('/')}`;
    const rows = await this.database
      .manager()
      .query<{ id: string }[]>('select id from placements where source_url = $1 order by id desc limit 1', [
        url,
      ]);
    return rows[0]?.id ?? null;
  }
}
