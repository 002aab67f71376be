import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { WorkspaceScope } from '../../platform/database/scope.js';
import { ImportedPlacements, type PlacementFacts } from '../placements/imported-placements.service.js';
import { PlacementActsService } from '../placements/placement-acts.service.js';
import { PlacementChecksService } from '../placements/placement-checks.service.js';
import { PageReplay } from '../verifier/page-replay.service.js';
import { addressOf, answerOf, movedAddressOf, targetOf } from './demo-pages.js';
import { AWAITED, STORIES } from './stories.js';
import type { AwaitedStory, DemoBrand, Story } from './story.js';

const DAY = 86_400_000;
/** Days before the visitor came on which every page was looked at. */
const LOOKS = [
  70, 63, 56, 49, 42, 35, 28, 21, 16, 14, 12, 10, 9, 8, 7, 6, 5, 4, 3.4, 2.8, 2, 1.4, 0.8, 0.2,
] as const;

export interface DemoPast {
  readonly scope: WorkspaceScope;
  readonly now: Date;
  readonly brandIds: ReadonlyMap<DemoBrand, string>;
  readonly ownerMemberId: string;
}

/** A story that is followed, by the id of its placement. */
type Followed = ReadonlyMap<Story, string>;

/** Writes down the demo's placements and looks at their pages as they were, day by day, by the rules of the verifier. */
@Injectable()
export class DemoHistory {
  constructor(
    private readonly placements: ImportedPlacements,
    private readonly acts: PlacementActsService,
    private readonly checks: PlacementChecksService,
    private readonly replay: PageReplay,
    private readonly clock: Clock,
  ) {}

  async write(past: DemoPast): Promise<void> {
    const followed = new Map<Story, string>();
    for (const look of LOOKS) {
      const at = new Date(past.now.getTime() - look * DAY);
      const fresh = STORIES.filter((story) => !followed.has(story) && (story.seen[0]?.[0] ?? 0) >= look);
      await this.clock.replay(at, async () => {
        const ids = await this.add(fresh.map((story) => factsOf(story, past)));
        for (const [index, story] of fresh.entries()) followed.set(story, ids[index] ?? '');
        await this.lookAt(past.scope, followed, { daysAgo: look, at });
      });
    }
    await this.add(AWAITED.map((story) => awaitedFacts(story, past)));
    await this.close(past.scope, followed);
    await this.checks.ask(past.scope, [...followed.values()]);
  }

  private async add(all: readonly PlacementFacts[]): Promise<readonly string[]> {
    return (await this.placements.add(all)).map(({ id }) => id ?? '');
  }

  private async lookAt(
    { workspaceId }: WorkspaceScope,
    followed: Followed,
    { daysAgo, at }: { daysAgo: number; at: Date },
  ): Promise<void> {
    const loaded = await this.replay.load(workspaceId, [...followed.values()]);
    const answers = [...followed].flatMap(([story, id]) => {
      const placement = loaded.find((one) => one.id === id);
      const isRendered = story.seen.some(([, sight]) => sight === 'by_script');
      if (placement === undefined) return [];
      return [{ placement, answer: { ...answerOf(story, { daysAgo, isRendered }), isRendered } }];
    });
    await this.replay.record(workspaceId, answers, at);
  }

  private async close(scope: WorkspaceScope, followed: Followed): Promise<void> {
    for (const [story, id] of followed) {
      const movedTo = movedAddressOf(story);
      if (movedTo !== null) await this.acts.replace(scope, id, { sourceUrl: movedTo });
      if (story.closed === 'ended') await this.acts.end(scope, id, 'The campaign is over.');
      if (story.closed === 'released')
        await this.acts.release(scope, id, 'The partner asked to end the exchange.');
    }
  }
}

function factsOf(story: Story, { brandIds, ownerMemberId }: DemoPast): PlacementFacts {
  const { type, compensation = 'none', agreed } = story;
  return {
    brandId: brandIds.get(story.brand) ?? '',
    sourceUrl: addressOf(story),
    site: null,
    targetUrl: targetOf(story),
    type,
    compensation,
    label: null,
    labellingAgreed: agreed === 'sponsored',
    terms: {
      ...(agreed === undefined ? {} : { rel: { standing: 'agreed', value: agreed } }),
      ...(story.isIndexingAgreed === true ? { indexable: { standing: 'agreed', value: true } } : {}),
    },
    source: agreed === undefined ? null : { kind: 'note', reference: 'Agreed on the phone with the editor' },
    dueOn: null,
    ownerMemberId,
    notes: '',
  };
}

function awaitedFacts(story: AwaitedStory, { brandIds, ownerMemberId, now }: DemoPast): PlacementFacts {
  return {
    brandId: brandIds.get(story.brand) ?? '',
    sourceUrl: null,
    site: `${story.site}.demo.test`,
    targetUrl: targetOf(story),
    type: story.type,
    compensation: 'none',
    label: null,
    labellingAgreed: false,
    terms: {},
    source: null,
    dueOn: new Date(now.getTime() + story.dueInDays * DAY).toISOString().slice(0, 10),
    ownerMemberId,
    notes: '',
  };
}
