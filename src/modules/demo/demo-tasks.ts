import { Injectable } from '@nestjs/common';
import { localDay } from '../../core/calendar/local-time.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Principal } from '../../platform/http/principal.js';
import { TeamService } from '../access/team.service.js';
import { AssetsService } from '../campaigns/assets.service.js';
import { PitchChanges } from '../campaigns/pitch-changes.service.js';
import { type FreshTask, TasksService } from '../tasks/tasks.service.js';
import type { DemoPast } from './demo-history.js';
import { hostOf } from './people.js';
import type { DemoBrand } from './story.js';

const DAY = 86_400_000;
const ADDED_DAYS_AGO = 9;
const DONE_DAYS_AGO = 2;

/** A task of the demo: on the pitch with a site, due so many days from now. */
interface DemoTask {
  readonly site: string;
  readonly kind: NonNullable<FreshTask['kind']>;
  readonly title: string;
  readonly dueInDays: number;
  readonly isDone?: true;
}

const TASKS: readonly DemoTask[] = [
  { site: 'duurzaamwonen', kind: 'review', title: 'Proef van de redactie nalezen', dueInDays: -1 },
  { site: 'kleinewoning', kind: 'call', title: 'Bellen over de twee onderwerpen', dueInDays: 0 },
  { site: 'warmtenieuws', kind: 'form', title: 'Hun formulier voor gastbijdragen invullen', dueInDays: 2 },
  { site: 'familytable', kind: 'mail', title: 'Answer their price before it lapses', dueInDays: -3 },
  { site: 'cheeseatlas', kind: 'social', title: 'Ask who looks after their resource pages', dueInDays: 4 },
  { site: 'plantparents', kind: 'write', title: 'Three ideas for their readers', dueInDays: 6 },
  { site: 'greenhub', kind: 'draft', title: 'Send the draft in', dueInDays: -3, isDone: true },
  { site: 'tuinblog', kind: 'draft', title: 'Concept opsturen', dueInDays: -4, isDone: true },
];

type NewAsset = Parameters<AssetsService['add']>[1];

/** What brands have that others like to link to. */
const ASSETS: readonly (Omit<NewAsset, 'brandId'> & { brand: DemoBrand; offeredTo?: string })[] = [
  {
    brand: 'noordlicht',
    type: 'tool',
    status: 'ready',
    title: 'Rekenhulp: past een warmtepomp in uw huis?',
    url: 'http://noordlicht.demo.test/rekenhulp',
    topics: ['warmtepomp', 'isolatie'],
    offeredTo: 'kleinewoning',
  },
  {
    brand: 'noordlicht',
    type: 'research',
    status: 'in_progress',
    title: 'Meting: wat 200 huizen echt verbruiken',
    topics: ['energieverbruik'],
  },
  {
    brand: 'hilldairy',
    type: 'visual',
    status: 'ready',
    title: 'Which cheese melts how',
    url: 'http://hilldairy.demo.test/cheese-chart',
    topics: ['cheese', 'recipes'],
    offeredTo: 'cheeseatlas',
  },
];

/** A pitch of the demo as its tasks name it. */
interface Place {
  readonly id: string;
  readonly host: string;
  readonly clientId: string;
  readonly campaignId: string;
  readonly siteId: string;
  readonly revision: number;
}

/** What the demo's team has to do, did, and forgot; and what its brands have to offer. */
@Injectable()
export class DemoTasks {
  constructor(
    private readonly database: Database,
    private readonly team: TeamService,
    private readonly tasks: TasksService,
    private readonly assets: AssetsService,
    private readonly changes: PitchChanges,
    private readonly clock: Clock,
  ) {}

  /** Writes it down in the open transaction, after the pitches. */
  async write(past: DemoPast): Promise<void> {
    const places = await this.places();
    await this.addTasks(past, places);
    const owner = (await this.team.team()).find(({ memberId }) => memberId === past.ownerMemberId);
    if (owner === undefined) return;
    const who: Principal = {
      userId: owner.userId,
      memberId: owner.memberId,
      workspaceId: past.scope.workspaceId,
      role: 'owner',
      clientIds: null,
      locale: owner.locale,
      tokenId: null,
      sessionId: null,
    };
    await this.addAssets(who, past, places);
  }

  private async addTasks(
    { now, ownerMemberId }: DemoPast,
    places: ReadonlyMap<string, Place>,
  ): Promise<void> {
    const known = TASKS.flatMap((task) => {
      const place = places.get(hostOf(task.site));
      return place === undefined ? [] : [{ ...task, place }];
    });
    const { timeZone } = await this.team.workspace();
    const ago = (days: number) => new Date(now.getTime() - days * DAY);
    const fresh = known.map(({ kind, title, dueInDays, place }) => ({
      kind,
      title,
      dueOn: localDay(ago(-dueInDays).getTime(), timeZone),
      assigneeMemberId: ownerMemberId,
      clientId: place.clientId,
      campaignId: place.campaignId,
      pitchId: place.id,
      siteId: place.siteId,
    }));
    await this.clock.replay(ago(ADDED_DAYS_AGO), () => this.tasks.addMany(fresh));
    await this.clock.replay(ago(DONE_DAYS_AGO), async () => {
      for (const { isDone, kind, place } of known)
        if (isDone === true) await this.tasks.finishFor({ pitchId: place.id }, kind);
    });
  }

  private async addAssets(
    who: Principal,
    { brandIds }: DemoPast,
    places: ReadonlyMap<string, Place>,
  ): Promise<void> {
    for (const { brand, offeredTo, ...asset } of ASSETS) {
      const brandId = brandIds.get(brand) ?? '';
      const { id } = await this.assets.add(who, { ...asset, brandId, ownerMemberId: who.memberId });
      const place = offeredTo === undefined ? undefined : places.get(hostOf(offeredTo));
      if (place !== undefined)
        await this.changes.change(who, place.id, { revision: place.revision, assetId: id });
    }
  }

  private async places(): Promise<ReadonlyMap<string, Place>> {
    const rows = await this.database
      .manager()
      .query<Place[]>(
        'select p.id, s.host, p.client_id as "clientId", p.campaign_id as "campaignId", p.site_id as "siteId", p.revision from pitches p join sites s on s.id = p.site_id',
      );
    return new Map(rows.map((row) => [row.host, row]));
  }
}
